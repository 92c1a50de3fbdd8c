/** Sounds that machines take for each other cost less than others. */
const NEAR = new Map<string, number>();
for (const [pair, cost] of [
  ['JX', 0.3],
  ['SX', 0.3],
  ['KX', 0.4],
  ['KJ', 0.5],
  ['KS', 0.5],
  ['JS', 0.5],
  ['MN', 0.4],
  ['T0', 0.3],
  ['F0', 0.5],
  ['PF', 0.5],
  ['LR', 0.5],
  ['TX', 0.5],
  ['TJ', 0.5],
  ['HA', 0.3],
] as const) {
  NEAR.set(pair, cost);
  NEAR.set([...pair].reverse().join(''), cost);
}

/** What is swallowed or put in. */
const MISSED = 0.8;
/** Weak sounds are swallowed more easily. */
const WEAK = new Map([
  ['A', 0.3],
  ['H', 0.3],
  ['R', 0.6],
  ['N', 0.6],
  ['T', 0.6],
  ['L', 0.7],
]);
const missed = (sound: string) => WEAK.get(sound) ?? MISSED;

/**
 * How differently two codes of `soundOf` sound: 0 for alike, about 1 for nothing in common. A weighted
 * edit distance over the length of the longer code.
 */
export function soundDistance(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let above = [0];
  for (const sound of b) above.push((above.at(-1) ?? 0) + missed(sound));
  for (const heard of a) {
    const row = [(above[0] ?? 0) + missed(heard)];
    for (let j = 1; j <= b.length; j++) {
      const sound = b[j - 1] ?? '';
      const swap = heard === sound ? 0 : (NEAR.get(heard + sound) ?? 1);
      row.push(
        Math.min(
          (above[j - 1] ?? 0) + swap,
          (above[j] ?? 0) + missed(heard),
          (row[j - 1] ?? 0) + missed(sound),
        ),
      );
    }
    above = row;
  }
  return (above[b.length] ?? 0) / longest;
}
