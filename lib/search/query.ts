/** One thing to find or to avoid: a word (one normalised token) or an exact run of tokens. */
export interface Term {
  /** Normalised tokens; more than one makes a phrase. Never empty. */
  tokens: string[];
  /** True for quoted text: neither prefix nor typo tolerance applies. */
  exact: boolean;
  /** True for the last word while it is still being typed. */
  prefix: boolean;
}

/** Restrictions from operators and from URL parameters, all of which must hold. */
export interface Filters {
  /** Substrings of a name, or slugs, normalised as search text is; a passage matches any of its list. */
  speaker: string[];
  episode: string[];
  show: string[];
  section: string[];
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
