import { readParameters, refuse } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { SearchParameters } from '@/app/parameters';
import { answerSearch } from '@/app/search-answer';
import { siteAddress } from '@/app/site-address';
import { searchMarkdown } from '@/lib/export/pages/search';

/** What a search finds, in Markdown, passage by passage. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, SearchParameters);
  if (refusal) return refusal;
  const { page: _p, perPage: _n, sort: _s, group: _g, semanticRatio: _r, ...asked } = data;
  if (!Object.values(asked).some(Boolean))
    return refuse('bad_request', 'Say what to search for: /search.md?q=WORDS.');
  const site = siteAddress(request);
  const answer = await answerSearch({ ...data, group: 'passage' });
  const parameters = new URL(request.url).searchParams.toString();
  const page = `${site}/search?${parameters}`;
  return answerMarkdown(searchMarkdown(answer, site, parameters), page);
}
