import { readParameters, refuse } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { LibraryParameters } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { libraryMarkdown } from '@/lib/export/pages/library';
import { earmark } from '@/lib/wire';

/** The library, or one show of it, in Markdown. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, LibraryParameters);
  if (refusal) return refusal;
  const { store } = earmark();
  const show = (await store.shows()).find(({ slug }) => slug === data.show);
  if (data.show !== undefined && !show) {
    return refuse('not_found', 'There is no show of that name.');
  }
  const site = siteAddress(request);
  const page = `${site}/${show ? `?show=${show.slug}` : ''}`;
  return answerMarkdown(libraryMarkdown(await store.episodes(data), site, show), page);
}
