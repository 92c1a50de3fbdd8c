import { consistent, type Knot } from './interpolate.ts';
import { speechCost, turnCost } from './speech-cost.ts';

/** A turn as the file has it: words, and times in milliseconds where they are given. */
export interface UntimedTurn {
  text: string;
  /** Who speaks, where that is known: people differ in pace. */
  speaker?: number | null;
  startMs: number | null;
  endMs: number | null;
  /** Times that stand between its words, each before the character at `offset`. */
  marks?: readonly { offset: number; ms: number }[];
}

/** A place whose time is known from elsewhere: a heading or a published chapter before a turn. */
export interface TurnAnchor {
  /** Position of the turn that begins there. */
  turn: number;
  ms: number;
  /** True where its place was concluded: its neighbours are estimated from it, its turn's time stays an estimate. */
  concluded?: boolean;
}

/** A place in the words whose time is known. */
export interface Anchor extends Knot {
  turn: number;
  /** Of the turn's text; 0 is its beginning. */
  offset: number;
  /** The turn's own end, where it is stated. */
  endMs: number | null;
  concluded: boolean;
}

/** Places of a transcript on its own scale (`speech-cost.ts`), and what of them is known. */
export interface Course {
  /** Where each turn begins, and where the last one ends. */
  places: number[];
  /** In order of place; none runs backwards. */
  anchors: Anchor[];
  /** Those that contradict most others, in order. */
  leftOut: Anchor[];
}

/** A length of the recording may be rounded; an anchor further beyond it is in doubt (milliseconds)… */
const BEYOND_MS = 5_000;
/** …unless more than this share of all are: then it is the length that is wrong. */
const MOST_BEYOND = 0.25;

/**
 * Finds the anchors of a transcript: times of turns, times between words, and `more` of headings and
 * chapters. One that contradicts the order of most others, or lies beyond `durationMs`, is left out: it
 * would spoil its whole neighbourhood. A turn's own time counts before that of a heading. n log n.
 */
export function findAnchors(
  turns: readonly UntimedTurn[],
  more: readonly TurnAnchor[] = [],
  durationMs: number | undefined = undefined,
): Course {
  const places = [0];
  const headed = new Map<number, TurnAnchor>();
  for (const anchor of more) if (!headed.has(anchor.turn)) headed.set(anchor.turn, anchor);
  const all: Anchor[] = [];
  for (const [turn, { text, startMs, endMs, marks = [] }] of turns.entries()) {
    let at = places[turn] ?? 0;
    places.push(at + turnCost(text));
    const own: TurnAnchor | undefined = startMs === null ? headed.get(turn) : { turn, ms: startMs };
    if (own) {
      const { ms, concluded = false } = own;
      all.push({ at, ms, turn, offset: 0, endMs: concluded ? null : endMs, concluded });
    }
    let said = 0;
    for (const { offset, ms } of marks) {
      if (offset <= said || offset >= text.length) continue;
      at += speechCost(text.slice(said, offset));
      said = offset;
      all.push({ at, ms, turn, offset, endMs: null, concluded: false });
    }
  }
  const stated = all.filter(({ concluded }) => !concluded);
  const sure = new Set(consistent(stated.filter(within(stated, durationMs))));
  const anchors = all.filter((anchor) => sure.has(anchor) || anchor.concluded);
  return {
    places,
    anchors: fitting(anchors, durationMs),
    leftOut: stated.filter((anchor) => !sure.has(anchor)),
  };
}

function within(all: readonly Anchor[], durationMs: number | undefined) {
  const latest = (durationMs ?? Number.POSITIVE_INFINITY) + BEYOND_MS;
  const beyond = all.filter(({ ms }) => ms > latest).length;
  return beyond <= MOST_BEYOND * all.length ? ({ ms }: Anchor) => ms <= latest : () => true;
}

/** Stated anchors, and of the concluded ones those that lie between their neighbours. */
function fitting(anchors: readonly Anchor[], durationMs = Number.POSITIVE_INFINITY): Anchor[] {
  const next: number[] = [];
  let latest = durationMs;
  for (let i = anchors.length - 1; i >= 0; i--) {
    next[i] = latest;
    const anchor = anchors[i];
    if (anchor && !anchor.concluded) latest = anchor.ms;
  }
  let before = 0;
  return anchors.filter(({ ms, concluded }, i) => {
    const fits = !concluded || (ms >= before && ms <= (next[i] ?? 0));
    if (fits) before = ms;
    return fits;
  });
}
