import type { Mark, Timing } from './timed.ts';

interface TimedTurn {
  /** Its words, or how long they are. */
  text: { readonly length: number };
  startMs: number;
  endMs: number;
  /** Known times within it, in order. */
  marks?: readonly Mark[];
}

/**
 * When the character at `offset` is said, in milliseconds: exactly where a time is known, else as if the
 * words between two known times were spoken evenly.
 */
export function timeAt(turn: TimedTurn, offset: number): number {
  let [from, to] = [
    { offset: 0, ms: turn.startMs },
    { offset: turn.text.length, ms: turn.endMs },
  ];
  for (const mark of turn.marks ?? []) {
    if (mark.offset > offset) {
      to = mark;
      break;
    }
    from = mark;
  }
  if (offset <= from.offset) return from.ms;
  const share = (offset - from.offset) / (to.offset - from.offset);
  return Math.round(from.ms + Math.max(0, to.ms - from.ms) * share);
}

/** What the time of a place within a turn is worth: that of its turn's beginning holds for the beginning alone. */
export function timingAt(turn: TimedTurn & { timing: Timing }, offset: number): Timing {
  if (offset === 0) return turn.timing;
  if (!turn.marks?.some((mark) => mark.offset === offset)) return 'estimated';
  return turn.timing === 'estimated' ? 'given' : turn.timing;
}
