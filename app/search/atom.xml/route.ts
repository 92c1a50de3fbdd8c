import { readParameters } from '@/app/api/answer';
import { SearchParameters } from '@/app/parameters';
import { answerSearch } from '@/app/search-answer';
import { siteAddress } from '@/app/site-address';
import { toAtom } from '@/lib/export/atom';

/** Any search as a feed: what is newly said about it. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, SearchParameters);
  if (refusal) return refusal;
  const site = siteAddress(request);
  const { search } = new URL(request.url);
  const { hits } = await answerSearch({ ...data, sort: 'date', group: 'passage', perPage: 50 });
  const feed = toAtom({
    title: `Earmark: ${data.q || 'search'}`,
    self: `${site}/search/atom.xml${search}`,
    url: `${site}/search${search}`,
    entries: hits.map(({ url, episode, speaker, text }) => ({
      title: `${speaker?.name ?? 'Somebody'} in ${episode.title}`,
      url: `${site}${url}`,
      date: episode.date,
      summary: text,
      authors: speaker ? [speaker.name] : [],
    })),
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
