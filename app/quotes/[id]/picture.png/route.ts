import { refuse } from '@/app/api/answer';
import { respondWithPicture } from '@/app/picture/respond';
import { typefaces } from '@/app/picture/typefaces';
import { findQuote } from '@/app/quotes/find-quote';
import { quoteCard } from '@/lib/picture/quote-card';
import { voiceNumbers } from '@/lib/picture/voice-numbers';

interface Context {
  params: Promise<{ id: string }>;
}

/** A quote as a picture, 1200 × 630. */
export async function GET(request: Request, { params }: Context) {
  const quote = await findQuote((await params).id);
  const turn = quote ? quote.exchange[quote.quoted] : undefined;
  if (!quote || !turn) return refuse('not_found', 'There is no quote of that name.');
  const speaker = turn.speaker === null ? undefined : quote.speakers[turn.speaker];
  const { regular, strong } = typefaces();
  const card = quoteCard(
    {
      text: quote.text,
      name: speaker?.name ?? null,
      role: speaker?.role ?? null,
      voice: turn.speaker === null ? null : (voiceNumbers(quote.speakers)[turn.speaker] ?? null),
      turn,
      episode: quote.episode,
    },
    regular,
    strong,
  );
  return respondWithPicture(request, card, `quote-${quote.id}`);
}
