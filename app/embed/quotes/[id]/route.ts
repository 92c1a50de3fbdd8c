import { refuse } from '@/app/api/answer';
import { respondWithCard } from '@/app/embed/respond';
import { findQuote } from '@/app/quotes/find-quote';
import { siteAddress } from '@/app/site-address';
import { quoteEmbed } from '@/lib/export/html/embed-card';

interface Context {
  params: Promise<{ id: string }>;
}

/** A quote as a card for other pages. */
export async function GET(request: Request, { params }: Context) {
  const quote = await findQuote((await params).id);
  if (!quote) return refuse('not_found', 'There is no quote of that name.');
  return respondWithCard(quoteEmbed(quote, siteAddress(request)));
}
