import type { Knot } from './interpolate.ts';

/** A stretch between two known times: what each speaker has said in it, by the model, and how long it took. */
interface Stretch {
  said: Map<number, number>;
  cost: number;
  ms: number;
}

/** That a speaker's pace is the others' weighs as much as so many milliseconds of proof to the contrary. */
const PRIOR_MS = 180_000;
/** Nobody speaks for long at more or less than this times the pace of the others. */
const [SLOWEST, FASTEST] = [1.5, 0.67];
/** A stretch this much slower or faster than all of them holds something else: music, a cut. */
const ODD = 2.5;
const SWEEPS = 30;

/**
 * How much longer than the model says each speaker takes, beside the others: 1 is the average. Concluded
 * from the stretches between known times, by ridge regression towards 1 (Hoerl & Kennard 1970), with
 * Gauss–Seidel sweeps. Linear in turns.
 *
 * `places` are where the turns begin, and where the last one ends; `knots` ascend.
 */
export function speakerPaces(
  turns: readonly { speaker?: number | null }[],
  places: readonly number[],
  knots: readonly Knot[],
): Map<number, number> {
  const all = stretchesBetween(turns, places, knots);
  const sum = (of: readonly Stretch[], key: 'cost' | 'ms') =>
    of.reduce((total, stretch) => total + stretch[key], 0);
  const usual = sum(all, 'ms') / Math.max(1, sum(all, 'cost'));
  const stretches = all.filter(
    ({ ms, cost }) => ms > (cost * usual) / ODD && ms < cost * usual * ODD,
  );
  const pace = sum(stretches, 'ms') / Math.max(1, sum(stretches, 'cost'));
  const paces = new Map<number, number>();
  for (const { said } of stretches) for (const who of said.keys()) paces.set(who, 1);
  if (paces.size < 2) return new Map();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const who of paces.keys()) {
      let [proof, weight] = [PRIOR_MS, PRIOR_MS];
      for (const { said, cost, ms } of stretches) {
        const own = (said.get(who) ?? 0) * pace;
        if (own === 0) continue;
        let others = 0;
        for (const [other, words] of said)
          if (other !== who) others += words * pace * (paces.get(other) ?? 1);
        proof += (own * (ms - others)) / (cost * pace);
        weight += (own * own) / (cost * pace);
      }
      paces.set(who, Math.min(SLOWEST, Math.max(FASTEST, proof / weight)));
    }
  }
  return paces;
}

/** A turn that two stretches share counts where its beginning is. */
function stretchesBetween(
  turns: readonly { speaker?: number | null }[],
  places: readonly number[],
  knots: readonly Knot[],
): Stretch[] {
  const stretches: Stretch[] = [];
  let turn = 0;
  for (const [i, knot] of knots.entries()) {
    const next = knots[i + 1];
    if (!next) break;
    const stretch: Stretch = { said: new Map(), cost: 0, ms: next.ms - knot.ms };
    while (turn < turns.length && (places[turn] ?? 0) < knot.at) turn++;
    for (; turn < turns.length && (places[turn] ?? 0) < next.at; turn++) {
      const cost = (places[turn + 1] ?? 0) - (places[turn] ?? 0);
      const who = turns[turn]?.speaker ?? -1;
      stretch.said.set(who, (stretch.said.get(who) ?? 0) + cost);
      stretch.cost += cost;
    }
    if (stretch.cost > 0 && stretch.ms > 0) stretches.push(stretch);
  }
  return stretches;
}
