/** A timed line of a caption file. */
export interface Cue {
  /** Milliseconds. */
  startMs: number;
  endMs: number;
  /** White space unified, markup gone. Never empty. */
  text: string;
  /** Who says so in this very cue; null where it does not tell (the speaker before may go on). */
  speaker: string | null;
  /** Someone else begins to speak, though nobody says who (">>"). */
  changes: boolean;
  /** On which it begins, from 1. */
  line: number;
}
