/** What is known on one side of an estimate, and how far away it is (milliseconds of the recording). */
export interface Side {
  /** A stated time; one whose place was concluded; the supposed beginning; the recording's stated length; or nothing. */
  kind: 'anchor' | 'concluded' | 'beginning' | 'end' | 'none';
  distanceMs: number;
}

export interface RangeModel {
  /** Drift of the pace between two anchors, in milliseconds a root of a millisecond. */
  drift: number;
  /** How far off the beginning may be: where a talk gets under way nobody has written down (milliseconds). */
  beginning: number;
  /** How far off the place of a chapter may be that was concluded from its title (milliseconds). */
  concluded: number;
  /** Beyond the last anchor of a recording of unknown length: error a millisecond. */
  pace: number;
}

/**
 * From the errors of 34 real transcripts whose times were hidden (`tests/bench/timing/fit.ts`: quantile regression
 * of their 90th percentile, Koenker & Bassett 1978), and wider where recordings differ most: in what
 * stands before the talk. On the 25 that were kept apart 85 to 88 % of the turns lie within the range
 * (`npm run bench -- timing`).
 */
export const MEASURED: RangeModel = { drift: 60, beginning: 75_000, concluded: 40_000, pace: 0.14 };

/**
 * Within how many milliseconds an estimated start probably lies. Between two known times the error
 * grows as that of a random walk that is tied at both ends (a Brownian bridge), to which the doubt about
 * the beginning adds, the less the nearer the next anchor is.
 */
export function errorRange(before: Side, after: Side, model: RangeModel = MEASURED): number {
  const [a, b] = [before.distanceMs, after.distanceMs];
  const doubt = doubtOf(before, model);
  if (after.kind === 'none') {
    return Math.round(Math.hypot(doubt, model.drift * Math.sqrt(a), model.pace * a));
  }
  const whole = Math.max(1, a + b);
  return Math.round(
    Math.hypot(
      model.drift * Math.sqrt((a * b) / whole),
      (doubt * b) / whole,
      (doubtOf(after, model) * a) / whole,
    ),
  );
}

const doubtOf = ({ kind }: Side, model: RangeModel) =>
  kind === 'beginning' ? model.beginning : kind === 'concluded' ? model.concluded : 0;
