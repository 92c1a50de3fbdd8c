import type { Answer, Facets } from './engine.ts';
import type { HitView } from './hit-view.ts';
import type { Suggestions } from './suggest.ts';

/** An answer as the search page and the API show it. */
export interface SearchAnswer {
  query: string;
  engine: string;
  /**
   * What is amiss, in sentences for readers, and what answers instead: another engine, or words alone
   * where meaning was asked for; absent where all is well.
   */
  notice?: string;
  /** Where an embedder is configured, or was asked for. */
  semantic?: {
    /** How much meaning weighed in this answer, 0 to 1: 0 where it went by words alone. */
    ratio: number;
    /** How many of `total` were found by their meaning and not by their words; `facets` leave them out. */
    found: number;
  };
  total: number;
  totalIsExact: boolean;
  page: number;
  perPage: number;
  tookMs: number;
  hits: HitView[];
  facets: Facets;
  /** By episode: the episodes of this page in the order of their hits, and how many there are. */
  episodes?: Answer['episodes'];
  /** Where nothing is found: other spellings that find something… */
  suggestions?: string[];
  /** …and searches that ask for less. */
  relaxed?: Suggestions['relaxed'];
}
