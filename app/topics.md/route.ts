import { readParameters } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { ListParameters } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { topicsMarkdown } from '@/lib/export/pages/topics';
import { earmark } from '@/lib/wire';

/** The list of people and things in Markdown. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, ListParameters);
  if (refusal) return refusal;
  const site = siteAddress(request);
  return answerMarkdown(topicsMarkdown(await earmark().store.things(data), site), `${site}/topics`);
}
