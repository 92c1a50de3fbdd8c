import type { Settings } from 'meilisearch';
import { TOTAL_CAP } from '../../engine.ts';
import { PASSAGE_FIELDS } from './documents.ts';

export const PASSAGES = 'earmark_passages';
export const EPISODES = 'earmark_episodes';

/** Letters and typos as in the embedded engine (`lib/search/typo.ts`). */
export const PASSAGE_SETTINGS: Settings = {
  searchableAttributes: ['norm'],
  displayedAttributes: PASSAGE_FIELDS,
  filterableAttributes: [
    'episodeId',
    'contentHash',
    'day',
    'year',
    'asks',
    'answers',
    'id',
    'episodeSlug',
    'episodeWords',
    'episodeFacet',
    'sectionSlug',
    'sectionWords',
    'showSlug',
    'showWords',
    'showFacet',
    'speakerSlug',
    'speakerWords',
    'speakerFacet',
  ],
  // Only a search that names an order is sorted; the talk's own order breaks ties.
  sortableAttributes: ['day', 'episodeId', 'turn', 'offset'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'exactness'],
  stopWords: [],
  typoTolerance: { disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  // One more than is reported, to tell "1000" from "1000 and more".
  pagination: { maxTotalHits: TOTAL_CAP + 1 },
  faceting: { sortFacetValuesBy: { '*': 'count' } },
  searchCutoffMs: 500,
};

/** Whether an index has these settings; it may have others beside them, and lists in another order. */
export function hasSettings(held: Settings, wanted: Settings = PASSAGE_SETTINGS): boolean {
  return includes(held, wanted);
}

/** What counts as a list of names is the same in any order; in rules the order is what they say. */
const ORDERED = new Set(['rankingRules', 'searchableAttributes']);

function includes(held: unknown, wanted: unknown, name = ''): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(held)) return false;
    const inOrder = (list: readonly unknown[]) =>
      JSON.stringify(ORDERED.has(name) ? list : [...list].sort());
    return inOrder(held) === inOrder(wanted);
  }
  if (typeof wanted !== 'object' || wanted === null) return held === wanted;
  if (typeof held !== 'object' || held === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    includes((held as Record<string, unknown>)[key], value, key),
  );
}
