/** One thing to find or to avoid: a word (one normalised token) or an exact run of tokens. */
export interface Term {
  /** Normalised tokens; more than one makes a phrase. Never empty. */
  tokens: string[];
  /** True for phrases and quoted words: neither prefix nor typo tolerance applies. */
  exact: boolean;
  /** True for the last word while it is still being typed. */
  prefix: boolean;
}

/** The exact name in URLs, or normalised words that must all be in the name that people read. */
export type NameFilter = { slug: string } | { words: string[] };

/** Restrictions from operators and from URL parameters. Of each list one must hold; all lists must. */
export interface Filters {
  speaker: NameFilter[];
  episode: NameFilter[];
  show: NameFilter[];
  section: NameFilter[];
  /** Asks something, and this person says it. */
  asked: NameFilter[];
  /** Answers a question, and this person says it. */
  answered: NameFilter[];
  /** ISO 8601 dates, both included; passages without a date never match a bound. */
  after: string | null;
  before: string | null;
}

/** A search as a value: parsed once, compiled by each engine with bound parameters or escaped filters. */
export interface Query {
  /** What the person typed. */
  raw: string;
  must: Term[];
  not: Term[];
  filters: Filters;
}

export const noFilters = (): Filters => ({
  speaker: [],
  episode: [],
  show: [],
  section: [],
  asked: [],
  answered: [],
  after: null,
  before: null,
});

export const hasFilters = ({ after, before, ...names }: Filters): boolean =>
  after !== null || before !== null || Object.values(names).some((list) => list.length > 0);

/** A query without words to find and without a filter asks for nothing, and finds nothing. */
export const asksNothing = (query: Query): boolean =>
  query.must.length === 0 && !hasFilters(query.filters);
