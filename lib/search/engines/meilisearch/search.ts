import type { Index } from 'meilisearch';
import { pageByEpisode } from '../../by-episode.ts';
import type { Answer, Paging } from '../../engine.ts';
import { TOTAL_CAP } from '../../engine.ts';
import { asHit, matchText } from '../../match.ts';
import type { Passage } from '../../passage.ts';
import { asksNothing, type Query } from '../../query.ts';
import { compileQuery, literal } from './compile.ts';
import { PASSAGE_FIELDS, RankedResponse, SearchResponse } from './documents.ts';
import { countFacets, FACET_ATTRIBUTES, NO_FACETS, readFacets } from './facets.ts';

/** The newest episodes first, each in the order of its talk; Meilisearch puts what has no day last. */
const BY_DATE = ['day:desc', 'episodeId:asc', 'turn:asc', 'offset:asc'];

/** Asks one index. Phrases and what else Meilisearch cannot be trusted with are verified. */
export async function search(
  index: Index,
  query: Query,
  paging: Paging,
  signal: AbortSignal,
): Promise<Answer> {
  if (asksNothing(query)) return { hits: [], total: 0, totalIsExact: true, facets: NO_FACETS };
  const { q, filter, verify } = compileQuery(query);
  const { page, perPage, sort, byEpisode = false } = paging;
  const parameters = {
    filter,
    attributesToRetrieve: PASSAGE_FIELDS,
    matchingStrategy: 'all' as const,
    facets: FACET_ATTRIBUTES,
    ...(sort === 'date' ? { sort: BY_DATE } : {}),
  };
  const all = { hitsPerPage: TOTAL_CAP + 1, page: 1 };
  const verifiedBy = async (check: Query) => {
    const found = SearchResponse.parse(
      await index.search(q, { ...parameters, ...all }, { signal }),
    );
    return verified(found.hits, query, check, paging);
  };
  if (verify) return verifiedBy(verify);
  const wanted = byEpisode
    ? { ...all, attributesToRetrieve: ['id', 'episodeSlug'] }
    : { hitsPerPage: perPage, page };
  const raw = await index.search(q, { ...parameters, ...wanted }, { signal });
  const { totalHits, facetDistribution, hits } = RankedResponse.parse(raw);
  const total = totalHits ?? hits.length;
  const grouped = byEpisode ? pageByEpisode(ranked(hits.slice(0, TOTAL_CAP)), paging) : null;
  const passages = grouped
    ? await passagesById(index, grouped.ids, signal)
    : SearchResponse.parse(raw).hits.slice(0, Math.max(0, TOTAL_CAP - (page - 1) * perPage));
  // Meilisearch also joins and splits words. That is what the tier of sounds finds, and says so.
  const misses = ({ text, corrections = [] }: Passage) =>
    matchText(text, query, { corrections }) === null;
  if (passages.some(misses)) return verifiedBy(query);
  return {
    hits: passages.map((passage) => asHit(passage, query)),
    ...(grouped && { episodes: grouped.episodes }),
    total: Math.min(total, TOTAL_CAP),
    totalIsExact: total <= TOTAL_CAP,
    facets: readFacets(facetDistribution),
  };
}

const ranked = (hits: readonly { id: string; episodeSlug: string }[]) =>
  hits.map(({ id, episodeSlug }) => ({ id, episode: episodeSlug }));

/** Whole passages, in the order of their ids. */
export async function passagesById(
  index: Index,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Passage[]> {
  if (ids.length === 0) return [];
  const filter = `id IN [${ids.map(literal).join(', ')}]`;
  const { hits } = SearchResponse.parse(
    await index.search(
      '',
      { filter, limit: ids.length, attributesToRetrieve: PASSAGE_FIELDS },
      { signal },
    ),
  );
  const found = new Map(hits.map((passage) => [passage.id, passage]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Drops the hits that only looked right, and counts the rest. */
function verified(
  candidates: readonly Passage[],
  query: Query,
  verify: Query,
  paging: Paging,
): Answer {
  const passages = candidates.filter(
    ({ text, corrections = [] }) => matchText(text, verify, { corrections }) !== null,
  );
  const shown = passages.slice(0, TOTAL_CAP);
  const grouped = paging.byEpisode ? pageByEpisode(ranked(shown), paging) : null;
  const start = (paging.page - 1) * paging.perPage;
  const chosen = new Set(grouped?.ids);
  const hits = grouped
    ? inOrder(
        grouped.ids,
        shown.filter(({ id }) => chosen.has(id)),
      )
    : shown.slice(start, start + paging.perPage);
  return {
    hits: hits.map((passage) => asHit(passage, query)),
    ...(grouped && { episodes: grouped.episodes }),
    total: shown.length,
    totalIsExact: candidates.length <= TOTAL_CAP,
    facets: countFacets(passages),
  };
}

function inOrder(ids: readonly string[], passages: readonly Passage[]): Passage[] {
  const found = new Map(passages.map((passage) => [passage.id, passage]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
