import type { CheckAnswer } from '../check/check-view.ts';
import type { SearchAnswer } from '../search/answer-view.ts';
import type { Store } from '../store/store.ts';

/** A search as an assistant asks it; names are slugs or words of the names that people read. */
export interface SearchRequest {
  q: string;
  speaker?: string;
  episode?: string;
  show?: string;
  /** ISO 8601 dates, both included. */
  after?: string;
  before?: string;
  sort: 'relevance' | 'date';
  page: number;
  perPage: number;
}

/** What the tools read: the same answers that the pages and the API give. */
export interface Library {
  store: Pick<Store, 'episode' | 'episodes' | 'retiredPlaces'>;
  /** @throws EngineUnavailable */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Null where the text has too few words to be found. @throws EngineUnavailable */
  check(text: string): Promise<CheckAnswer | null>;
  /** Where the site is, without a slash at the end: links begin with it. */
  site: string;
}

/** What an assistant asked for cannot be had; the message says why, and what would do. */
export class Refusal extends Error {
  override name = 'Refusal';
}
