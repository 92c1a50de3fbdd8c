import { firstRow, nextRow, toSigns } from './distance.ts';

/** Codes of other lengths by more than this are not looked at. */
const LENGTHS_APART = 2;

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

/**
 * Finds the codes of a list that sound at most `limit` different (as `soundDistance` has it), in the
 * list's order. Codes that begin alike share the rows of their tables, and a beginning that is too far
 * off is left with all that follows it: the descent through a trie of Shang & Merrett ("Tries for
 * approximate string matching", IEEE TKDE 8(4), 1996), with sorted lists for the trie.
 */
export function nearestCodes(
  codes: readonly string[],
): (code: string, limit: number) => NearCode[] {
  const byLength: { code: string; index: number }[][] = [];
  for (const [index, code] of codes.entries()) {
    const own = byLength[code.length] ?? [];
    own.push({ code, index });
    byLength[code.length] = own;
  }
  const shelves = Array.from(byLength, (entries) => toShelf(entries ?? []));
  return (code, limit) => {
    const sought = toSigns(code);
    const found: NearCode[] = [];
    for (let apart = -LENGTHS_APART; apart <= LENGTHS_APART; apart++) {
      const length = sought.length + apart;
      const shelf = shelves[length];
      if (shelf) lookThrough(shelf, length, sought, limit, found);
    }
    return found.sort((a, b) => a.index - b.index);
  };
}

function toShelf(entries: { code: string; index: number }[]): Shelf {
  entries.sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    signs: toSigns(entries.map(({ code }) => code).join('')),
    indexes: entries.map(({ index }) => index),
    shared: Uint8Array.from(entries, ({ code }, i) => sharedStart(entries[i - 1]?.code, code)),
  };
}

function lookThrough(
  { signs, indexes, shared }: Shelf,
  length: number,
  sought: Uint8Array,
  limit: number,
  found: NearCode[],
): void {
  const longest = Math.max(length, sought.length);
  const most = limit * longest;
  const rows = [firstRow(sought)];
  while (rows.length <= length) rows.push(new Float64Array(sought.length + 1));
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
      if (!above || !row) return;
      const least = nextRow(sought, signs[i * length + filled] ?? 0, above, row);
      filled++;
      if (least > most) dead = filled;
    }
    if (dead !== Infinity) continue;
    const distance = (rows[length]?.[sought.length] ?? Infinity) / longest;
    if (distance <= limit) found.push({ index: indexes[i] ?? -1, distance });
  }
}

function sharedStart(a = '', b: string): number {
  let length = 0;
  while (length < a.length && length < 255 && a[length] === b[length]) length++;
  return length;
}
