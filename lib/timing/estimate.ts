import { type Anchor, findAnchors, type TurnAnchor, type UntimedTurn } from './anchors.ts';
import { errorRange, type Side } from './error-range.ts';
import { interpolate, type Knot } from './interpolate.ts';
import { openingCost } from './opening.ts';
import { speakerPaces } from './pace.ts';
import type { TimedSpan } from './timed.ts';

export type { UntimedTurn } from './anchors.ts';

/** A turn, or a place within it, whose stated time was left out because it contradicts the others. */
export interface LeftOut {
  turn: number;
  offset: number;
  ms: number;
}

interface Known {
  /** Length of the recording, in milliseconds. */
  durationMs?: number | undefined;
  /** Times of headings and published chapters whose place is known. */
  anchors?: readonly TurnAnchor[];
}

/**
 * Gives every turn a start and an end. Given starts stay as they are; between them, and up to
 * `durationMs`, turns share the time in proportion to what saying them costs (`speech-cost.ts`), each
 * speaker at their own pace where the stretches between given times tell it (`pace.ts`). Without
 * either, the model's own pace holds. Times that contradict the order of most others are estimated
 * anew, and told in `leftOut`.
 * Starts never run backwards; a turn never ends before it starts. Linear but for n log n on given times.
 */
export function timeTurnsAndTell(
  turns: readonly UntimedTurn[],
  { durationMs, anchors: more = [] }: Known = {},
): { spans: TimedSpan[]; leftOut: LeftOut[] } {
  const course = findAnchors(turns, more, durationMs);
  const { anchors, leftOut } = course;
  const last = anchors.at(-1);
  const end = durationMs !== undefined && durationMs >= (last?.ms ?? 0) ? { ms: durationMs } : null;
  const { places, at } = paced(turns, course, end);
  const total = places.at(-1) ?? 0;

  const knots: Knot[] = [];
  const first = anchors[0];
  const begun = first?.turn === 0 && first.offset === 0;
  if (!begun) knots.push({ at: 0, ms: 0 });
  for (const [k, anchor] of anchors.entries()) {
    knots.push({ at: at(anchor), ms: anchor.ms });
    const next = anchors[k + 1];
    const { turn, endMs, ms } = anchor;
    const stated = endMs !== null && endMs >= ms && endMs <= (next?.ms ?? Infinity);
    if (stated && next?.turn !== turn + 1 && next?.turn !== turn) {
      knots.push({ at: places[turn + 1] ?? total, ms: endMs });
    }
  }
  if (end && (knots.at(-1)?.at ?? 0) < total) knots.push({ at: total, ms: end.ms });
  const times = interpolate(places, knots, 1);
  const ranges = rangesOf(times, anchors, end?.ms ?? null);

  const given = new Map<number, Anchor[]>();
  for (const anchor of anchors) {
    const own = given.get(anchor.turn);
    if (own) own.push(anchor);
    else given.set(anchor.turn, [anchor]);
  }
  const spans = turns.map((_, i): TimedSpan => {
    const known = given.get(i) ?? [];
    const own = known[0]?.offset === 0 ? known[0] : undefined;
    const startMs = own?.ms ?? times[i] ?? 0;
    const stated = own?.concluded === false;
    return {
      startMs,
      endMs: Math.max(startMs, own?.endMs ?? times[i + 1] ?? startMs),
      timing: stated ? 'given' : 'estimated',
      confidence: stated ? 1 : 0,
      withinMs: stated ? null : (ranges[i] ?? null),
      marks: known
        .filter(({ offset }) => offset > 0)
        .map(({ offset, ms }) => ({ offset, ms, confidence: 1 })),
    };
  });
  return { spans, leftOut: leftOut.map(({ turn, offset, ms }) => ({ turn, offset, ms })) };
}

/** `timeTurnsAndTell` for those who need the times alone. */
export const timeTurns = (turns: readonly UntimedTurn[], known: Known = {}): TimedSpan[] =>
  timeTurnsAndTell(turns, known).spans;

/** The turns' places once speakers have their own pace and the beginning its music; where an anchor lies then. */
function paced(
  turns: readonly UntimedTurn[],
  { places, anchors }: { places: number[]; anchors: readonly Anchor[] },
  end: { ms: number } | null,
) {
  const total = places.at(-1) ?? 0;
  const knots = end ? [...anchors, { at: total, ms: end.ms }] : anchors;
  const paces = speakerPaces(turns, places, knots);
  const paceOf = (turn: number) => paces.get(turns[turn]?.speaker ?? -1) ?? 1;
  const opening = anchors[0]?.turn === 0 ? 0 : openingCost(knots, total);
  const moved = [0];
  for (let i = 0; i < turns.length; i++) {
    const cost = ((places[i + 1] ?? 0) - (places[i] ?? 0)) * paceOf(i);
    moved.push((moved[i] ?? 0) + cost + (i === 0 ? opening : 0));
  }
  const at = (anchor: Anchor) =>
    (moved[anchor.turn] ?? 0) + (anchor.at - (places[anchor.turn] ?? 0)) * paceOf(anchor.turn);
  return { places: moved, at };
}

/** How far off each time may be, by what is known on either side of it. */
function rangesOf(
  times: readonly number[],
  anchors: readonly Anchor[],
  endMs: number | null,
): number[] {
  let next = 0;
  return times.map((ms, turn) => {
    while (next < anchors.length && (anchors[next]?.turn ?? 0) < turn) next++;
    const [before, after] = [anchors[next - 1], anchors[next]];
    const left: Side = before
      ? { kind: kindOf(before), distanceMs: Math.max(0, ms - before.ms) }
      : { kind: 'beginning', distanceMs: ms };
    const right: Side = after
      ? { kind: kindOf(after), distanceMs: Math.max(0, after.ms - ms) }
      : endMs !== null
        ? { kind: 'end', distanceMs: Math.max(0, endMs - ms) }
        : { kind: 'none', distanceMs: 0 };
    return errorRange(left, right);
  });
}

const kindOf = ({ concluded }: Anchor) => (concluded ? 'concluded' : 'anchor');
