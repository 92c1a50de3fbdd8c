import type { EpisodePassages, Passage } from './passage.ts';
import type { Query } from './query.ts';

/** Totals are exact up to here and "at least this many" beyond. */
export const TOTAL_CAP = 1000;

/** Which hits, in which order: `page` from 1, `perPage` from 1 to 100. */
export interface Paging {
  page: number;
  perPage: number;
  /** The best first (unless told), or the newest episodes first and each in its own order. */
  sort?: 'relevance' | 'date';
  /** A page of episodes, each with its best `MOMENTS` hits, instead of a page of hits. */
  byEpisode?: boolean;
  /**
   * How much meaning weighs against words, 0 (unless told) to 1. Engines without an embedder have words
   * alone, as have queries without a plain word and orders other than by relevance.
   */
  semanticRatio?: number;
}

/** How many moments stand for an episode where hits are shown by episode. */
export const MOMENTS = 3;

export interface FacetCount {
  /** The slug that filters by it. */
  value: string;
  /** What a person reads. */
  label: string;
  count: number;
}

export interface Facets {
  shows: FacetCount[];
  speakers: FacetCount[];
  episodes: FacetCount[];
  /** Calendar years, newest first. */
  years: FacetCount[];
}

/** An episode among hits that are shown by episode. */
export interface EpisodeHits {
  slug: string;
  /** How many passages of it match, of the first TOTAL_CAP. */
  total: number;
}

export interface Hit {
  passage: Passage;
  /** Character spans of `passage.text` that matched, ascending, not overlapping. */
  matches: { start: number; end: number }[];
  /** Found as written, with typos, because it sounds alike, or because it means much the same. */
  how: 'words' | 'typo' | 'sound' | 'meaning';
}

export interface Answer {
  hits: Hit[];
  /** At most TOTAL_CAP. */
  total: number;
  totalIsExact: boolean;
  facets: Facets;
  /** Where asked by episode: the episodes of this page in order, and how many there are. */
  episodes?: { total: number; shown: EpisodeHits[] };
  /**
   * Where it went by meaning as well: the ids of the passages that were found so and not by their words
   * (on whichever page; `total` counts them, `facets` do not), and, where it should have but could not,
   * why, as a sentence for readers.
   */
  meaning?: { ids: string[]; failure: string | null };
}

/** The engine cannot answer now (unreachable, too slow, wrong key): another one may. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

/** Knows the words of the corpus. */
export interface Speller {
  /** The word itself where the corpus has it; else up to `most` words of the corpus that are most like it. */
  spellings(form: string, most: number): Promise<string[]>;
}

/**
 * What a search engine must do for Earmark. One contract suite runs against every adapter.
 * Every method may throw EngineUnavailable.
 */
export interface SearchEngine {
  readonly name: 'sqlite' | 'meilisearch' | 'meaning';
  /** Makes the index and its settings exist. Safe to repeat. */
  prepare(): Promise<void>;
  /** Replaces all passages of one episode; when it resolves, searches see the new ones and only those. */
  replaceEpisode(episode: EpisodePassages): Promise<void>;
  /** Forgets one episode. Unknown ids are no error. */
  removeEpisode(episodeId: number): Promise<void>;
  /** What is indexed: episode id → content hash. */
  contents(): Promise<Map<number, string>>;
  /** Replaces the whole index by these episodes while searches go on: they see the old index or the new. */
  rebuild(episodes: AsyncIterable<EpisodePassages>): Promise<void>;
  search(query: Query, paging: Paging): Promise<Answer>;
  close(): Promise<void>;
}
