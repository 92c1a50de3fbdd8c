import { refuse } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { slugFrom } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { quoteMarkdown } from '@/lib/export/pages/quote';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ id: string }>;
}

/** A quote in Markdown; its address is /quotes/ID.md (next.config.ts). */
export async function GET(request: Request, { params }: Context) {
  const id = slugFrom((await params).id);
  const quote = id && (await earmark().store.quote(id));
  if (!quote) return refuse('not_found', 'There is no quote of that name.');
  const site = siteAddress(request);
  return answerMarkdown(quoteMarkdown(quote, site), `${site}/quotes/${quote.id}`);
}
