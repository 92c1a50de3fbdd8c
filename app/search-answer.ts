import type { Facets } from '@/lib/search/engine';
import { type HitView, toHitView } from '@/lib/search/hit-view';
import { forms } from '@/lib/search/normalise';
import { parseQuery } from '@/lib/search/parse-query';
import type { NameFilter } from '@/lib/search/query';
import type { NamedKind } from '@/lib/store/store';
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
  const { store } = earmark();
  const named = async (kind: NamedKind, value: string | undefined): Promise<NameFilter[]> => {
    if (!value) return [];
    if (await store.isSlug(kind, value)) return [{ slug: value }];
    const words = forms(value);
    // A name without a letter or digit is nobody's, and finds nothing.
    return [words.length > 0 ? { words } : { slug: value }];
  };
  const query = parseQuery(q, {
    typing: true,
    filters: {
      speaker: await named('speaker', speaker),
      episode: await named('episode', episode),
      show: await named('show', show),
      section: await named('section', section),
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
