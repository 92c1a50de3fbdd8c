import type { SearchAnswer } from '../lib/search/answer-view.ts';
import { type Answer, EngineUnavailable } from '../lib/search/engine.ts';
import { toHitView } from '../lib/search/hit-view.ts';
import { forms } from '../lib/search/normalise.ts';
import { parseQuery } from '../lib/search/parse-query.ts';
import type { Filters, NameFilter, Query } from '../lib/search/query.ts';
import { suggest } from '../lib/search/suggest.ts';
import type { NamedKind } from '../lib/store/store.ts';
import { type Earmark, earmark } from '../lib/wire.ts';
import type { SearchParameters } from './parameters.ts';

/** What a search takes of Earmark. */
type Searching = Pick<Earmark, 'store' | 'embedded' | 'searcher' | 'settings'>;

const NO_EMBEDDER =
  'No embedder is configured (SEARCH_EMBEDDER), so “semanticRatio” counts for nothing: this answer goes by words alone.';

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
async function instead(q: string, filters: Filters, { embedded, searcher }: Searching) {
  const search = async (query: Query) =>
    (await searcher.search(query, { page: 1, perPage: 1 })).answer;
  try {
    const { spelled, relaxed } = await suggest(q, filters, { speller: embedded, search });
    return { suggestions: spelled.map(({ query }) => query), relaxed };
  } catch (error) {
    // The answer has said so already.
    if (error instanceof EngineUnavailable) return { suggestions: [], relaxed: [] };
    throw error;
  }
}

/** How far an answer went by meaning. */
const aboutMeaning = ({ meaning }: Answer, ratio: number) => ({
  ratio: meaning && !meaning.failure ? ratio : 0,
  found: meaning?.ids.length ?? 0,
});

/** Asks the search engines and makes the answer ready to be shown. */
export async function answerSearch(
  parameters: SearchParameters,
  parts: Searching = earmark(),
): Promise<SearchAnswer> {
  const { q, speaker, episode, show, section, asked, answered, page, perPage } = parameters;
  const { sort, group, ...days } = withYear(parameters);
  const start = performance.now();
  const { store, searcher } = parts;
  const named = async (kind: NamedKind, value: string | undefined): Promise<NameFilter[]> => {
    if (!value) return [];
    if (await store.isSlug(kind, value)) return [{ slug: value }];
    // An address that somebody has no more: it leads to whoever took it over.
    const live = kind === 'speaker' ? await store.liveSpeaker(value) : null;
    if (live) return [{ slug: live }];
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
  const { semantic } = parts.settings;
  const semanticRatio = semantic ? (parameters.semanticRatio ?? semantic.ratio) : 0;
  const paging = { page, perPage, sort, byEpisode: group === 'episode', semanticRatio };
  const { answer, engine, degraded } = await searcher.search(query, paging);
  const similar = answer.meaning?.ids.length ?? 0;
  const inVain = !semantic && (parameters.semanticRatio ?? 0) > 0 ? NO_EMBEDDER : null;
  const notice = [degraded, answer.meaning?.failure, inVain].filter(Boolean).join(' ');
  return {
    query: q,
    engine,
    ...(notice && { notice }),
    total: answer.total,
    totalIsExact: answer.totalIsExact,
    page,
    perPage,
    tookMs: Math.round(performance.now() - start),
    hits: answer.hits.map((hit) => toHitView(hit, q)),
    facets: answer.facets,
    ...(answer.episodes && { episodes: answer.episodes }),
    ...((semantic || parameters.semanticRatio !== undefined) && {
      semantic: aboutMeaning(answer, semanticRatio),
    }),
    // What means much the same is always found: it does not show that the words were right.
    ...(answer.total === similar && (await instead(q, filters, parts))),
  };
}
