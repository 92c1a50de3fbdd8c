/** Words of this many letters may have one typo, and two. The same as Meilisearch's. */
const ONE_FROM = 5;
const TWO_FROM = 9;

/** How many typos a word may have: none in short words and in numbers, at most two. */
export function typosAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0;
  const length = /^[a-z]+$/.test(word) ? word.length : [...word].length;
  return length >= TWO_FROM ? 2 : length >= ONE_FROM ? 1 : 0;
}

/**
 * How many typos lead from the wanted word to another, or null where they are more than allowed.
 * One in the first letter counts as two. With `prefix` the other word may go on after the wanted one.
 */
export function typosBetween(wanted: string, other: string, prefix = false): number | null {
  const allowed = typosAllowed(wanted);
  if (allowed === 0) return null;
  if (
    Math.abs(other.length - wanted.length) > allowed &&
    (!prefix || other.length < wanted.length)
  ) {
    return null;
  }
  const first = wanted[0] === other[0] ? 0 : 1;
  if (first > 0 && allowed < 2) return null;
  const distance = (to: string) => osaDistance(wanted, to, allowed);
  let least = distance(other);
  if (prefix) {
    for (let length = wanted.length - allowed; length <= wanted.length + allowed; length++) {
      if (length < other.length) least = Math.min(least, distance(other.slice(0, length)));
    }
  }
  const typos = least + (least > 0 ? first : 0);
  return typos <= allowed ? typos : null;
}

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each letter
 * edited once (Boytsov, "Indexing methods for approximate dictionary searching", 2011). Anything above
 * `limit` is reported as `limit + 1`.
 */
export function osaDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}
