import type { SearchAnswer } from '@/lib/search/answer-view';
import { toHitView } from '@/lib/search/hit-view';
import { forms } from '@/lib/search/normalise';
import { parseQuery } from '@/lib/search/parse-query';
import type { Filters, NameFilter, Query } from '@/lib/search/query';
import { suggest } from '@/lib/search/suggest';
import type { NamedKind } from '@/lib/store/store';
import { earmark } from '@/lib/wire';
import type { SearchParameters } from './parameters';

/** The days of a year, where one is chosen, within those asked for. */
function withYear({ year, after, before, sort, group }: SearchParameters) {
  if (year === undefined) return { after, before, sort, group };
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return {
    after: after && after > first ? after : first,
    before: before && before < last ? before : last,
    sort,
    group,
  };
}

/** What to search for instead; the embedded index knows the words. */
async function instead(q: string, filters: Filters) {
  const { embedded, searcher } = earmark();
  const search = async (query: Query) =>
    (await searcher.search(query, { page: 1, perPage: 1 })).answer;
  const { spelled, relaxed } = await suggest(q, filters, { speller: embedded, search });
  return { suggestions: spelled.map(({ query }) => query), relaxed };
}

/** Asks the search engines and makes the answer ready to be shown. */
export async function answerSearch(parameters: SearchParameters): Promise<SearchAnswer> {
  const { q, speaker, episode, show, section, asked, answered, page, perPage } = parameters;
  const { sort, group, ...days } = withYear(parameters);
  const start = performance.now();
  const { store } = earmark();
  const named = async (kind: NamedKind, value: string | undefined): Promise<NameFilter[]> => {
    if (!value) return [];
    if (await store.isSlug(kind, value)) return [{ slug: value }];
    const words = forms(value);
    // A name without a letter or digit is nobody's, and finds nothing.
    return [words.length > 0 ? { words } : { slug: value }];
  };
  const filters: Filters = {
    speaker: await named('speaker', speaker),
    episode: await named('episode', episode),
    show: await named('show', show),
    section: await named('section', section),
    asked: await named('speaker', asked),
    answered: await named('speaker', answered),
    after: days.after ?? null,
    before: days.before ?? null,
  };
  const query = parseQuery(q, { typing: true, filters });
  const paging = { page, perPage, sort, byEpisode: group === 'episode' };
  const { answer, engine, degraded } = await earmark().searcher.search(query, paging);
  return {
    query: q,
    engine,
    ...(degraded === null ? {} : { notice: degraded }),
    total: answer.total,
    totalIsExact: answer.totalIsExact,
    page,
    perPage,
    tookMs: Math.round(performance.now() - start),
    hits: answer.hits.map((hit) => toHitView(hit, q)),
    facets: answer.facets,
    ...(answer.episodes && { episodes: answer.episodes }),
    ...(answer.total === 0 && (await instead(q, filters))),
  };
}
