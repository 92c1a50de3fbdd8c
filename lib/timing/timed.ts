/** Where a time comes from: in the file, carried over from captions, or worked out from words. */
export type Timing = 'given' | 'aligned' | 'estimated';

/** A stretch of the recording, in integer milliseconds from its start. */
export interface TimedSpan {
  startMs: number;
  endMs: number;
  timing: Timing;
}
