import { refuse } from '@/app/api/answer';
import { slugFrom } from '@/app/parameters';
import { respondWithPicture } from '@/app/picture/respond';
import { typefaces } from '@/app/picture/typefaces';
import { extentText } from '@/components/extent';
import { speakerCard } from '@/lib/picture/speaker-card';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ slug: string }>;
}

/** A speaker as a picture, 1200 × 630. */
export async function GET(request: Request, { params }: Context) {
  const slug = slugFrom((await params).slug);
  const { store } = earmark();
  // Pictures are drawn under old addresses, too: whoever embeds one need not follow anywhere.
  const live = slug && (await store.liveSpeaker(slug));
  const speaker = live && (await store.speaker(live));
  if (!speaker) return refuse('not_found', 'There is no speaker of that name.');
  const { name, appearances } = speaker;
  const { regular, strong } = typefaces();
  const card = speakerCard(
    {
      name,
      extent: extentText(appearances),
      shows: [...new Set(appearances.map(({ episode }) => episode.show.title))],
      quotes: appearances.flatMap(({ quotes }) => quotes.map(({ text }) => text)),
    },
    regular,
    strong,
  );
  return respondWithPicture(request, card, speaker.slug);
}
