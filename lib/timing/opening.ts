import type { Knot } from './interpolate.ts';

/** Music and greetings before the talk is under way: so much of the beginning has few words… */
const USUAL_MS = 10_000;
/** …give or take so much, and at first sight never more than this share of the whole. */
const SPREAD_MS = 30_000;
const SHARE = 0.02;
/** What a stretch's length tells of it is as uncertain as its pace: milliseconds a root of a millisecond. */
const DRIFT = 36;
/** The rest of a recording tells its pace from so much speech on (milliseconds). */
const ENOUGH_MS = 60_000;
/** Some of the first stretch is speech. */
const MOST = 0.8;

/**
 * How much longer the opening of a recording takes than its words do, on the transcript's own scale; to be
 * added to the first turn where nothing says when that begins. Where the first known time is followed by
 * others, these tell the pace, and what the first stretch has beyond it counts as opening, weighed against
 * what is usual (the mean of two normal distributions). Never below 0.
 *
 * `knots` ascend, the first of them not at the beginning; `total` is the cost of all words.
 */
export function openingCost(knots: readonly Knot[], total: number): number {
  const usual = Math.min(USUAL_MS, total * SHARE);
  const [first, last] = [knots[0], knots.at(-1)];
  if (!first || !last || first.at <= 0) return usual;
  const [cost, ms] = [last.at - first.at, last.ms - first.ms];
  if (cost < ENOUGH_MS || ms <= 0) return usual;
  const beyond = first.ms - (first.at * ms) / cost;
  const weight = SPREAD_MS ** 2 / (SPREAD_MS ** 2 + DRIFT ** 2 * first.ms);
  const expected = usual + weight * (beyond - usual);
  const opening = Math.min(MOST * first.ms, Math.max(0, expected));
  // As a share of the first stretch, for that is what interpolation makes of it.
  return (first.at * opening) / Math.max(1, first.ms - opening);
}
