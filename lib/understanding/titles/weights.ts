/**
 * What speaks for a phrase as a title, and how much. Fitted by coordinate ascent on the tuning half
 * of the gold documents (see `tests/bench/titles.ts`), except where a comment says that reading
 * decided. Factors multiply; "power" is an exponent.
 */
export const WEIGHTS = {
  /** Power of a term's lift, and of that of the whole phrase or the single word. */
  termLift: 0.5,
  phraseLift: 0.11,
  singleLift: 0.27,
  /** Power of the number of terms that divides their sum: 1 is the mean, 0 the sum. */
  length: 0.25,
  /** For each e-fold of occurrences in the section. */
  often: 0.2,
  /** Said once; said in several turns. */
  once: 0.8,
  turns: 1.1,
  /** Said in a question that opens the section; after "about" and the like as it opens. */
  asked: 2.3,
  raised: 2.1,
  /** Added to 1 for what opens the section, fading over this many terms… */
  opening: 3.5,
  early: 20,
  /** …and less in a section of more terms than this. */
  long: 750,
  /** Joined by a preposition; a single word. */
  linked: 1.15,
  single: 0.8,
  /** For a term too general to be a topic; a phrase that ends in one, or begins with an adjective
   * that fits everything (reading decided). */
  general: 0.3,
  vagueEnd: 0.6,
  vagueStart: 0.35,
  /** Said once in the episode, without a sign that it is a term: for want of anything else. */
  rare: 0.2,
  /** Said nearly as often in the rest of the episode; part of a title before it. */
  usual: 0.85,
  repeated: 0.9,
} as const;

/** When two topics share a title; reading decided, for lists of contents are better without "and". */
export const JOINING = {
  /** Share of the first topic's score that the second needs, and that a plain single word needs. */
  companion: 0.5,
  plainCompanion: 0.8,
  /** Share of a plain single word's score at which a phrase takes its place. */
  plainYield: 0.6,
  mostWords: 5,
} as const;
