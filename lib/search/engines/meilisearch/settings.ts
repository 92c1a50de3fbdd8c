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
