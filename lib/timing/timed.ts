/** Where a time comes from: in the file, carried over from captions, or worked out from words. */
export type Timing = 'given' | 'aligned' | 'estimated';

/** When the character at `offset` of a turn's text is said. */
export interface Mark {
  offset: number;
  /** Milliseconds. */
  ms: number;
  /** Share of the words from here to the next mark that are timed by the file or the captions, 0 to 1. */
  confidence: number;
}

/** A stretch of the recording, in integer milliseconds from its start. */
export interface TimedSpan {
  startMs: number;
  endMs: number;
  timing: Timing;
  /** Share of its words that are timed by the file or the captions, 0 to 1: 0 where it is an estimate. */
  confidence: number;
  /** Of an estimate: the start is probably no further off than this many milliseconds (`error-range.ts`). Else null. */
  withinMs: number | null;
  /** Times of places within the turn, in order, where they are known. */
  marks: Mark[];
}
