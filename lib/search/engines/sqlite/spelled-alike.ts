import { sharedStart } from '../../sound/nearest-codes.ts';

/** How many typos are allowed in words that begin with the wanted letter, and in all others; -1 for none such. */
export interface TyposAllowed {
  sameStart: number;
  otherStart: number;
}

export interface SpelledAlike {
  /** Position in the list that was given. */
  index: number;
  /** Letters put in, left out, exchanged or swapped with a neighbour. */
  distance: number;
}

/** Words in the order of their letters: side by side they begin alike. */
interface Shelf {
  /** The letters of all words, one word after the other; the i-th begins at `starts[i]`. */
  letters: Uint16Array;
  starts: Uint32Array;
  /** How many letters each has in common with the one before it. */
  shared: Uint16Array;
  /** Positions in the list that was given. */
  indexes: Uint32Array;
}

/**
 * Finds the words of a list that are spelled at most so differently (as `osaDistance` has it), in no
 * order. With `prefix` a word may go on after what is wanted. Words that begin alike share the rows of
 * their tables, and a beginning that is too far off is left with all that follows it: what `nearestCodes`
 * does for sounds, and after the same source.
 */
export function spelledAlike(
  words: readonly string[],
): (wanted: string, allowed: TyposAllowed, prefix?: boolean) => SpelledAlike[] {
  const { letters, starts, shared, indexes } = toShelf(words);
  return (wanted, { sameStart, otherStart }, prefix = false) => {
    const found: SpelledAlike[] = [];
    const sought = toCodes(wanted);
    const rows = [Uint16Array.from({ length: sought.length + 1 }, (_, j) => j)];
    /** All of what is wanted beside the first letters of a word, `from` to `to` of them: the least. */
    const distanceOf = (from: number, to: number) => {
      let least = Infinity;
      for (let at = Math.max(0, from); at <= to; at++)
        least = Math.min(least, rows[at]?.[sought.length] ?? Infinity);
      return least;
    };
    /** Rows up to here hold for the word looked at; with `dead` letters in common nothing can be near. */
    let [filled, dead] = [0, Infinity];
    for (let i = 0; i < shared.length; i++) {
      const common = shared[i] ?? 0;
      if (common < filled) filled = common;
      if (common >= dead) continue;
      dead = Infinity;
      const start = starts[i] ?? 0;
      const length = (starts[i + 1] ?? 0) - start;
      const allowed = length > 0 && letters[start] === sought[0] ? sameStart : otherStart;
      const longest = sought.length + allowed;
      if (length < sought.length - allowed || (length > longest && !prefix)) continue;
      const end = Math.min(length, longest);
      const first = prefix ? sought.length - allowed : end;
      while (filled < end && dead === Infinity) {
        const least = fillRow(rows, filled, sought, letters, start);
        filled++;
        // A beginning that is near enough stays so, whatever follows.
        if (least > allowed && distanceOf(first, filled) > allowed) dead = filled;
      }
      if (dead !== Infinity) continue;
      const distance = distanceOf(first, end);
      if (distance <= allowed) found.push({ index: indexes[i] ?? -1, distance });
    }
    return found;
  };
}

/** Fills the row after row `at`, for one more letter of the word; returns the least in it. */
function fillRow(
  rows: Uint16Array[],
  at: number,
  sought: Uint16Array,
  letters: Uint16Array,
  start: number,
): number {
  const above = rows[at];
  if (!above) return Infinity;
  const row = rows[at + 1] ?? new Uint16Array(above.length);
  rows[at + 1] = row;
  const before = at > 0 ? rows[at - 1] : undefined;
  const letter = letters[start + at];
  const last = letters[start + at - 1];
  let [left, corner] = [at + 1, above[0] ?? 0];
  let least = left;
  row[0] = left;
  for (let j = 1; j < row.length; j++) {
    const up = above[j] ?? 0;
    let cost = corner + (letter === sought[j - 1] ? 0 : 1);
    if (up + 1 < cost) cost = up + 1;
    if (left + 1 < cost) cost = left + 1;
    if (before && j > 1 && letter === sought[j - 2] && last === sought[j - 1]) {
      const swapped = (before[j - 2] ?? 0) + 1;
      if (swapped < cost) cost = swapped;
    }
    row[j] = cost;
    corner = up;
    left = cost;
    if (cost < least) least = cost;
  }
  return least;
}

function toShelf(words: readonly string[]): Shelf {
  const order = words.map((word, index) => ({ word, index }));
  order.sort((a, b) => (a.word < b.word ? -1 : 1));
  const starts = new Uint32Array(order.length + 1);
  for (const [i, { word }] of order.entries()) starts[i + 1] = (starts[i] ?? 0) + word.length;
  return {
    letters: toCodes(order.map(({ word }) => word).join('')),
    starts,
    shared: Uint16Array.from(order, ({ word }, i) => sharedStart(order[i - 1]?.word, word, 0xffff)),
    indexes: Uint32Array.from(order, ({ index }) => index),
  };
}

function toCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}
