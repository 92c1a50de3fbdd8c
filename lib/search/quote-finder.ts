import type { Passage } from './passage.ts';

/** How common words are: in how many passages each of them stands, of how many. */
export interface WordCounts {
  passages: number;
  /** Words that no passage has are absent. */
  of: ReadonlyMap<string, number>;
}

/**
 * Finds where words may have been said that are only half remembered. The embedded index can; it is
 * no search (nothing has to match), so it stands beside SearchEngine and not in it.
 */
export interface QuoteFinder {
  /** At most `limit` passages that have the most in common with these tokens, the likeliest first. */
  resembling(tokens: readonly string[], limit: number): Promise<Passage[]>;
  counts(tokens: Iterable<string>): Promise<WordCounts>;
}
