import type { Timing } from '../timing/timed.ts';

/** A turn as the player needs it. Times are integer milliseconds from the start of the recording. */
export interface TimelineTurn {
  startMs: number;
  endMs: number;
  timing: Timing;
  /** Of an estimate: how far off it probably is at most. */
  withinMs?: number;
  /** Characters of its text. */
  length: number;
  /** Known times within it, in order: [character, milliseconds]. */
  marks?: readonly (readonly [number, number])[];
  /** Where its paragraphs begin, in characters; only where there are several. */
  paragraphs?: readonly number[];
}

/** What is being said at a moment. */
export type Spoken =
  /** A turn by a known time, and the characters of it that are known to be said, null for all of it. */
  | { kind: 'known'; turn: number; span: { start: number; end: number } | null }
  /** One of the turns from `first` to `last`, most likely `turn`; probably no further off than `withinMs`. */
  | { kind: 'about'; turn: number; first: number; last: number; withinMs: number | null };

/** How far an estimate is taken to be off where an older version did not store it. */
const UNKNOWN_WITHIN_MS = 120_000;
/** Silence between turns is skipped from this length on… */
const LEAST_SILENCE_MS = 2_000;
/** …but for a breath after the one and before the other. */
const BREATH_MS = 250;

/** Turns by when they begin, ready to be asked what is said when. */
export function createTimeline(turns: readonly TimelineTurn[]) {
  // Files may have turns that begin before the one above them; positions stay those of the page.
  const order = turns
    .map((turn, position) => ({ ...turn, position }))
    .sort((a, b) => a.startMs - b.startMs || a.position - b.position);
  /** The latest end of a turn and all that began before it. */
  const ends: number[] = [];
  for (const [i, { endMs }] of order.entries()) ends.push(Math.max(endMs, ends[i - 1] ?? 0));

  /** Binary search: the last that began by then, -1 before the first. */
  const begun = (ms: number): number => {
    let low = -1;
    let high = order.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((order[middle]?.startMs ?? 0) <= ms) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** The last that began and has not ended; where all have, the last that began. */
  const speaking = (ms: number) => {
    const last = begun(ms);
    for (let i = last; i >= 0 && (ends[i] ?? 0) > ms; i--) {
      if ((order[i]?.endMs ?? 0) > ms) return order[i];
    }
    return order[last];
  };

  return {
    turns,

    /** What is being said at a moment; null before the first turn begins. */
    spokenAt(ms: number): Spoken | null {
      const turn = speaking(ms);
      if (!turn) return null;
      if (turn.timing !== 'estimated') {
        return { kind: 'known', turn: turn.position, span: spanAt(turn, ms) };
      }
      const { position } = turn;
      const possible = (other: TimelineTurn | undefined) => {
        if (other?.timing !== 'estimated') return false;
        const within = other.withinMs ?? UNKNOWN_WITHIN_MS;
        return other.startMs - within <= ms && ms <= other.endMs + within;
      };
      let [first, last] = [position, position];
      while (possible(turns[first - 1])) first--;
      while (possible(turns[last + 1])) last++;
      return { kind: 'about', turn: position, first, last, withinMs: turn.withinMs ?? null };
    },

    /**
     * Where to go on when a moment lies in silence between two turns whose times are known; null where it
     * does not, or the silence is short.
     */
    afterSilence(ms: number): number | null {
      const at = begun(ms);
      const [before, after] = [order[at], order[at + 1]];
      if (!before || !after || !bothKnown(before, after)) return null;
      const end = ends[at] ?? 0;
      if (after.startMs - end <= LEAST_SILENCE_MS) return null;
      const target = after.startMs - BREATH_MS;
      return ms >= end + BREATH_MS && ms < target ? target : null;
    },

    /** Whether there is any silence to skip. */
    hasSilence: order.some((after, i) => {
      const before = order[i - 1];
      const known = before !== undefined && bothKnown(before, after);
      return known && after.startMs - (ends[i - 1] ?? 0) > LEAST_SILENCE_MS;
    }),
  };
}
export type Timeline = ReturnType<typeof createTimeline>;

const bothKnown = (before: TimelineTurn, after: TimelineTurn) =>
  before.timing !== 'estimated' && after.timing !== 'estimated';

/** The characters between the known times around a moment; null where there is none within the turn. */
function spanAt({ marks = [], length }: TimelineTurn, ms: number) {
  if (marks.length === 0) return null;
  let low = -1;
  let high = marks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]?.[1] ?? 0) <= ms) low = middle;
    else high = middle - 1;
  }
  return { start: marks[low]?.[0] ?? 0, end: marks[low + 1]?.[0] ?? length };
}
