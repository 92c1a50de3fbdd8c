import { readParameters } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { ListParameters } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { libraryMarkdown } from '@/lib/export/pages/library';
import { earmark } from '@/lib/wire';

/** The library in Markdown. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, ListParameters);
  if (refusal) return refusal;
  const site = siteAddress(request);
  return answerMarkdown(libraryMarkdown(await earmark().store.episodes(data), site), `${site}/`);
}
