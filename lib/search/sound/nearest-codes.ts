import { firstRow, leastToCome, nextRow, toSigns } from './distance.ts';

/** Codes of other lengths are not looked at. */
const LENGTHS_APART = [0, -1, 1, -2, 2];
/** What adding up fractions may be off by. */
const ROUNDING = 1e-9;

export interface NearCode {
  /** Position in the list that was given. */
  index: number;
  distance: number;
}

/** Codes of one length, sorted: side by side they begin alike. */
interface Shelf {
  /** One code after the other. */
  signs: Uint8Array;
  /** Positions in the list that was given. */
  indexes: number[];
  /** How many sounds each has in common with the one before it. */
  shared: Uint8Array;
}

/** How near a code must be: ever nearer, once as many are found as are wanted. */
interface Nearness {
  readonly limit: number;
  found(distance: number): void;
}

/**
 * Finds the codes of a list that sound at most `limit` different (as `soundDistance` has it), in the
 * list's order; with `most`, the nearest so many of them and all that are as near as the last. Codes that
 * begin alike share the rows of their tables, and a beginning that is too far off is left with all that
 * follows it: the descent through a trie of Shang & Merrett ("Tries for approximate string matching", IEEE
 * TKDE 8(4), 1996), with sorted lists for the trie.
 */
export function nearestCodes(
  codes: readonly string[],
): (code: string, limit: number, most?: number) => NearCode[] {
  const byLength: { code: string; index: number }[][] = [];
  for (const [index, code] of codes.entries()) {
    const own = byLength[code.length] ?? [];
    own.push({ code, index });
    byLength[code.length] = own;
  }
  const shelves = Array.from(byLength, (entries) => toShelf(entries ?? []));
  return (code, limit, most = Infinity) => {
    const sought = toSigns(code);
    const found: NearCode[] = [];
    const near = nearness(limit, most);
    // The nearest are most likely of the same length: whoever comes later has to be as near.
    for (const apart of LENGTHS_APART) {
      const length = sought.length + apart;
      const shelf = shelves[length];
      if (shelf) lookThrough(shelf, length, sought, near, found);
    }
    return found.filter(({ distance }) => distance <= near.limit).sort((a, b) => a.index - b.index);
  };
}

/** Keeps the least `most` distances in order. */
function nearness(limit: number, most: number): Nearness {
  const least: number[] = [];
  return {
    get limit() {
      return Math.min(limit, least.length < most ? Infinity : (least.at(-1) ?? 0));
    },
    found(distance) {
      if (most === Infinity) return;
      let [low, high] = [0, least.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((least[middle] ?? 0) <= distance) low = middle + 1;
        else high = middle;
      }
      least.splice(low, 0, distance);
      if (least.length > most) least.pop();
    },
  };
}

function toShelf(entries: { code: string; index: number }[]): Shelf {
  entries.sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    signs: toSigns(entries.map(({ code }) => code).join('')),
    indexes: entries.map(({ index }) => index),
    shared: Uint8Array.from(entries, ({ code }, i) =>
      sharedStart(entries[i - 1]?.code, code, 0xff),
    ),
  };
}

function lookThrough(
  { signs, indexes, shared }: Shelf,
  length: number,
  sought: Uint8Array,
  near: Nearness,
  found: NearCode[],
): void {
  const longest = Math.max(length, sought.length);
  let most = near.limit * longest + ROUNDING;
  const rows = [firstRow(sought)];
  while (rows.length <= length) rows.push(new Float64Array(sought.length + 1));
  const comes = rows.map((_, i) => leastToCome(sought, length - i));
  /** Rows up to here hold for the code looked at; with `dead` sounds in common nothing can be near. */
  let [filled, dead] = [0, Infinity];
  for (let i = 0; i < shared.length; i++) {
    const common = shared[i] ?? 0;
    if (common >= dead) continue;
    dead = Infinity;
    filled = Math.min(filled, common);
    while (filled < length && dead === Infinity) {
      const above = rows[filled];
      const row = rows[filled + 1];
      const come = comes[filled + 1];
      if (!above || !row || !come) return;
      const least = nextRow(sought, signs[i * length + filled] ?? 0, above, row, come);
      filled++;
      if (least > most) dead = filled;
    }
    if (dead !== Infinity) continue;
    const distance = (rows[length]?.[sought.length] ?? Infinity) / longest;
    if (distance > near.limit) continue;
    found.push({ index: indexes[i] ?? -1, distance });
    near.found(distance);
    most = near.limit * longest + ROUNDING;
  }
}

/** How many letters two words begin with in common, `most` at most. */
export function sharedStart(a = '', b: string, most: number): number {
  let length = 0;
  while (length < a.length && length < most && a[length] === b[length]) length++;
  return length;
}
