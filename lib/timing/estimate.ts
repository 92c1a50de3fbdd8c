import { consistent, interpolate, type Knot } from './interpolate.ts';
import { turnCost } from './speech-cost.ts';
import type { TimedSpan } from './timed.ts';

/** A turn as the file has it: words, and times in milliseconds where they are given. */
export interface UntimedTurn {
  text: string;
  startMs: number | null;
  endMs: number | null;
}

/**
 * Gives every turn a start and an end. Given starts stay as they are; between them, and up to
 * `durationMs` (the length of the recording) where that is known, turns share the time in proportion
 * to what saying them costs (`speech-cost.ts`). Without either, the model's own pace holds. Given
 * starts that contradict the order of most others are estimated anew.
 * Starts never run backwards; a turn never ends before it starts. Linear but for n log n on given times.
 */
export function timeTurns(
  turns: readonly UntimedTurn[],
  { durationMs }: { durationMs?: number | undefined } = {},
): TimedSpan[] {
  const places = [0];
  for (const turn of turns) places.push((places.at(-1) ?? 0) + turnCost(turn.text));
  const total = places.at(-1) ?? 0;

  const given = consistent(
    turns.flatMap((turn, i) =>
      turn.startMs === null
        ? []
        : [{ at: places[i] ?? 0, ms: turn.startMs, turn: i, endMs: turn.endMs }],
    ),
  );
  const knots: Knot[] = [];
  if (given[0]?.turn !== 0) knots.push({ at: 0, ms: 0 });
  for (const [k, { at, ms, turn, endMs }] of given.entries()) {
    knots.push({ at, ms });
    const next = given[k + 1];
    const end = places[turn + 1] ?? total;
    if (
      endMs !== null &&
      endMs >= ms &&
      next?.turn !== turn + 1 &&
      endMs <= (next?.ms ?? Infinity)
    ) {
      knots.push({ at: end, ms: endMs });
    }
  }
  const last = knots.at(-1) ?? { at: 0, ms: 0 };
  if (durationMs !== undefined && last.at < total && last.ms <= durationMs) {
    knots.push({ at: total, ms: durationMs });
  }
  const times = interpolate(places, knots, 1);
  const kept = new Map(given.map((knot) => [knot.turn, knot]));
  return turns.map((_, i) => {
    const own = kept.get(i);
    const startMs = own?.ms ?? times[i] ?? 0;
    const endMs = Math.max(startMs, own?.endMs ?? times[i + 1] ?? startMs);
    return { startMs, endMs, timing: own ? 'given' : 'estimated' };
  });
}
