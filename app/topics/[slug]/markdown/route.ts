import { refuse } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { slugFrom } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { topicMarkdown } from '@/lib/export/pages/topics';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ slug: string }>;
}

/** A person or thing in Markdown; its address is /topics/SLUG.md (next.config.ts). */
export async function GET(request: Request, { params }: Context) {
  const slug = slugFrom((await params).slug);
  const thing = slug && (await earmark().store.thing(slug));
  if (!thing) return refuse('not_found', 'There is no topic of that name; /api/topics lists them.');
  const site = siteAddress(request);
  return answerMarkdown(topicMarkdown(thing, site), `${site}/topics/${thing.slug}`);
}
