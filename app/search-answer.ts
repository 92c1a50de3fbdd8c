import type { Facets } from '@/lib/search/engine';
import { type HitView, toHitView } from '@/lib/search/hit-view';
import { parseQuery } from '@/lib/search/parse-query';
import { earmark } from '@/lib/wire';
import type { SearchParameters } from './parameters';

export interface SearchAnswer {
  query: string;
  engine: string;
  /** A sentence for readers where the configured engine is away; absent where all is well. */
  notice?: string;
  total: number;
  totalIsExact: boolean;
  page: number;
  perPage: number;
  tookMs: number;
  hits: HitView[];
  facets: Facets;
}

/** Asks the search engines and makes the answer ready to be shown. */
export async function answerSearch(parameters: SearchParameters): Promise<SearchAnswer> {
  const { q, speaker, episode, show, section, after, before, page, perPage } = parameters;
  const start = performance.now();
  const list = (value: string | undefined) => (value ? [value] : []);
  const query = parseQuery(q, {
    typing: true,
    filters: {
      speaker: list(speaker),
      episode: list(episode),
      show: list(show),
      section: list(section),
      after: after ?? null,
      before: before ?? null,
    },
  });
  const { answer, engine, degraded } = await earmark().searcher.search(query, { page, perPage });
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
  };
}
