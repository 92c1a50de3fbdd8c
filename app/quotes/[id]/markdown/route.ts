import { refuse } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { findQuote } from '@/app/quotes/find-quote';
import { siteAddress } from '@/app/site-address';
import { quoteMarkdown } from '@/lib/export/pages/quote';

interface Context {
  params: Promise<{ id: string }>;
}

/** A quote in Markdown; its address is /quotes/ID.md (next.config.ts). */
export async function GET(request: Request, { params }: Context) {
  const quote = await findQuote((await params).id);
  if (!quote) return refuse('not_found', 'There is no quote of that name.');
  const site = siteAddress(request);
  return answerMarkdown(quoteMarkdown(quote, site), `${site}/quotes/${quote.id}`);
}
