import type { FacetCount, Facets } from '../../engine.ts';
import type { Passage } from '../../passage.ts';
import { readFacet } from './documents.ts';

const FACET_VALUES = 20;
const ATTRIBUTES = {
  shows: 'showFacet',
  speakers: 'speakerFacet',
  episodes: 'episodeFacet',
  years: 'year',
} as const;
type FacetName = keyof typeof ATTRIBUTES;

export const FACET_ATTRIBUTES = Object.values(ATTRIBUTES);
export const NO_FACETS: Facets = { shows: [], speakers: [], episodes: [], years: [] };

/** Facets from the counts that Meilisearch made. */
export function readFacets(
  distribution: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Facets {
  return mapFacets((name) =>
    Object.entries(distribution[ATTRIBUTES[name]] ?? {}).map(([value, count]) => ({
      ...readFacet(value),
      count,
    })),
  );
}

/** Facets counted over the passages themselves. */
export function countFacets(passages: readonly Passage[]): Facets {
  return mapFacets((name) => {
    const counts = new Map<string, FacetCount>();
    for (const passage of passages) {
      const found = facetOf(passage, name);
      if (!found) continue;
      const counted = counts.get(found.value) ?? { ...found, count: 0 };
      counted.count++;
      counts.set(found.value, counted);
    }
    return [...counts.values()];
  });
}

function facetOf(passage: Passage, name: FacetName): { value: string; label: string } | null {
  if (name === 'shows') return { value: passage.showSlug, label: passage.showTitle };
  if (name === 'episodes') return { value: passage.episodeSlug, label: passage.episodeTitle };
  if (name === 'years') {
    const year = passage.date?.slice(0, 4);
    return year === undefined ? null : { value: year, label: year };
  }
  const { speakerSlug: value, speakerName } = passage;
  return value === null ? null : { value, label: speakerName ?? value };
}

function mapFacets(read: (name: FacetName) => FacetCount[]): Facets {
  const most = (name: FacetName) =>
    read(name)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_VALUES);
  return {
    shows: most('shows'),
    speakers: most('speakers'),
    episodes: most('episodes'),
    years: read('years').sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}
