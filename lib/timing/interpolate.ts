/** A place on the transcript's own scale (the cost of all words before it) whose time is known. */
export interface Knot {
  at: number;
  /** Milliseconds. */
  ms: number;
}

/**
 * Times for ascending places between known ones: linear between two knots, at `rate` milliseconds a
 * unit before the first and after the last, never below 0. `knots` ascend in both; linear in time.
 */
export function interpolate(
  places: readonly number[],
  knots: readonly Knot[],
  rate: number,
): number[] {
  let next = 0;
  return places.map((at) => {
    while ((knots[next]?.at ?? Infinity) < at) next++;
    const [before, after] = [knots[next - 1], knots[next]];
    if (!before)
      return after
        ? Math.max(0, Math.round(after.ms - (after.at - at) * rate))
        : Math.round(at * rate);
    if (!after) return Math.round(before.ms + (at - before.at) * rate);
    if (after.at === before.at) return after.ms;
    return Math.round(
      before.ms + ((after.ms - before.ms) * (at - before.at)) / (after.at - before.at),
    );
  });
}

/**
 * The largest set of knots whose times never run backwards (longest non-decreasing subsequence,
 * by patience sorting: Fredman 1975). Takes them in order of place; n log n.
 */
export function consistent<T extends Knot>(knots: readonly T[]): T[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, knot] of knots.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((knots[tails[middle] ?? 0]?.ms ?? 0) <= knot.ms) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tails[low - 1] ?? -1) : -1);
    tails[low] = i;
  }
  const chosen: T[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) {
    const knot = knots[i];
    if (knot) chosen.push(knot);
  }
  return chosen.reverse();
}
