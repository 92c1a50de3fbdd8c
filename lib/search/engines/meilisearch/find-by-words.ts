import type { Index } from 'meilisearch';
import { type Answer, TOTAL_CAP } from '../../engine.ts';
import { matchText } from '../../match.ts';
import type { Passage } from '../../passage.ts';
import type { Query } from '../../query.ts';
import type { Scored } from './blend.ts';
import { compileQuery } from './compile.ts';
import { PASSAGE_FIELDS, ScoredPassages, ScoredResponse } from './documents.ts';
import { countFacets, FACET_ATTRIBUTES, readFacets } from './facets.ts';

/** What has the words of a query, with scores, as far as totals count. */
export interface Worded extends Pick<Answer, 'total' | 'totalIsExact' | 'facets'> {
  /** The best first. */
  ranked: Scored[];
  /** Those that had to be read. */
  passages: Passage[];
}

export const matches = ({ text, corrections = [] }: Passage, query: Query): boolean =>
  matchText(text, query, { corrections }) !== null;

/** All that has the words; `verify` is what Meilisearch is not believed. */
export async function findByWords(
  index: Index,
  query: Query,
  signal: AbortSignal,
  verify: Query | null,
): Promise<Worded> {
  const { q, filter } = compileQuery(query);
  const raw = await index.search(
    q,
    {
      filter,
      attributesToRetrieve: verify ? PASSAGE_FIELDS : ['id', 'episodeSlug'],
      matchingStrategy: 'all',
      facets: FACET_ATTRIBUTES,
      hitsPerPage: TOTAL_CAP + 1,
      page: 1,
      showRankingScore: true,
    },
    { signal },
  );
  const { hits, totalHits, facetDistribution } = ScoredResponse.parse(raw);
  const asScored = ({ id, episodeSlug, _rankingScore }: (typeof hits)[number]): Scored => ({
    id,
    episode: episodeSlug,
    score: _rankingScore,
  });
  if (!verify) {
    const total = totalHits ?? hits.length;
    return {
      ranked: hits.slice(0, TOTAL_CAP).map(asScored),
      passages: [],
      total,
      totalIsExact: total <= TOTAL_CAP,
      facets: readFacets(facetDistribution),
    };
  }
  const passages = ScoredPassages.parse(raw).hits.filter((passage) => matches(passage, verify));
  return {
    ranked: passages.slice(0, TOTAL_CAP).map(asScored),
    passages,
    total: Math.min(passages.length, TOTAL_CAP),
    totalIsExact: hits.length <= TOTAL_CAP,
    facets: countFacets(passages),
  };
}
