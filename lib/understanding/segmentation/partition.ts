/**
 * The cheapest cut of `units` items into consecutive groups, by dynamic programming.
 * `costsFrom(start)` gives the cost of the groups that begin at `start`: entry i is the cost of
 * `start … start + i`, both included. Told `groups`, exactly that many are made; otherwise each
 * group costs `perGroup` more, which decides their number. Returns where groups begin, without 0.
 */
export function cheapestPartition(
  units: number,
  costsFrom: (start: number) => Float64Array,
  choice: { groups: number } | { perGroup: number },
): number[] {
  if (units < 2) return [];
  const rows = Array.from({ length: units }, (_, start) => costsFrom(start));
  return 'groups' in choice
    ? withCount(units, rows, Math.max(1, Math.min(units, choice.groups)))
    : withPenalty(units, rows, choice.perGroup);
}

function withPenalty(units: number, rows: readonly Float64Array[], perGroup: number): number[] {
  const best = new Float64Array(units + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(units + 1);
  best[0] = 0;
  rows.forEach((row, start) => {
    const base = (best[start] ?? 0) + perGroup;
    row.forEach((cost, i) => {
      const end = start + i + 1;
      if (base + cost < (best[end] ?? 0)) {
        best[end] = base + cost;
        from[end] = start;
      }
    });
  });
  return walkBack(units, (end) => from[end] ?? 0);
}

function withCount(units: number, rows: readonly Float64Array[], groups: number): number[] {
  let previous = new Float64Array(units + 1).fill(Number.POSITIVE_INFINITY);
  previous[0] = 0;
  const froms: Int32Array[] = [];
  for (let g = 0; g < groups; g++) {
    const best = new Float64Array(units + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(units + 1);
    rows.forEach((row, start) => {
      const base = previous[start] ?? Number.POSITIVE_INFINITY;
      if (base === Number.POSITIVE_INFINITY) return;
      row.forEach((cost, i) => {
        const end = start + i + 1;
        if (base + cost < (best[end] ?? 0)) {
          best[end] = base + cost;
          from[end] = start;
        }
      });
    });
    froms.push(from);
    previous = best;
  }
  let group = groups;
  return walkBack(units, (end) => froms[--group]?.[end] ?? 0);
}

function walkBack(units: number, startOf: (end: number) => number): number[] {
  const starts: number[] = [];
  for (let end = units; end > 0; ) {
    const start = startOf(end);
    if (start > 0) starts.unshift(start);
    end = start;
  }
  return starts;
}
