import { refuse } from '@/app/api/answer';
import { respondWithCard } from '@/app/embed/respond';
import { slugFrom } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { quoteEmbed } from '@/lib/export/html/embed-card';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ id: string }>;
}

/** A quote as a card for other pages. */
export async function GET(request: Request, { params }: Context) {
  const id = slugFrom((await params).id);
  const quote = id && (await earmark().store.quote(id));
  if (!quote) return refuse('not_found', 'There is no quote of that name.');
  return respondWithCard(quoteEmbed(quote, siteAddress(request)));
}
