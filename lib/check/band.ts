/** Up to so many cells a table is filled whole: a quote of 100 words beside 10,000. */
const WHOLE_CELLS = 1_000_000;
/** Beside the path that shared runs foretell, so many words on either side are compared. */
const MARGIN = 96;
/** Between two anchors that are as near as this, everything is compared. */
const BETWEEN_CELLS = 250_000;
/** A long quote shares at least one run in so many words with its source. */
const WORDS_PER_ANCHOR = 64;
/** A run of so many equal words in a row is no accident. */
const RUN = 3;

/** For each row (pasted words passed, from 0) the first and last column to fill. */
export interface Band {
  low: Int32Array;
  high: Int32Array;
}

/**
 * Which cells of an alignment are worth filling: all of a small table; of a large one a band around
 * the runs of words that both texts have exactly once, in the longest order they share (the anchors
 * of patience diff; B. Cohen 2003). So the cost of long texts is linear in their length. Null where
 * a large table has hardly any such run: the two have nothing to do with each other.
 */
export function bandFor(pasted: Int32Array, said: Int32Array): Band | null {
  const [m, n] = [pasted.length, said.length];
  const low = new Int32Array(m + 1);
  const high = new Int32Array(m + 1).fill(n);
  if (m * n <= WHOLE_CELLS) return { low, high };
  const anchors = chain(sharedRuns(pasted, said));
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (!first || !last || anchors.length < m / WORDS_PER_ANCHOR) return null;
  const path = [
    { i: 0, j: Math.max(0, first.j - first.i) },
    ...anchors,
    { i: m, j: Math.min(n, last.j + (m - last.i)) },
  ];
  high.fill(0);
  low.fill(n);
  for (const [k, from] of path.entries()) {
    const to = path[k + 1] ?? from;
    const [rows, columns] = [to.i - from.i, Math.max(0, to.j - from.j)];
    // Between two anchors any way may lead; where they are far apart, only one near the straight one.
    const near = rows * columns <= BETWEEN_CELLS;
    for (let i = from.i; i <= to.i; i++) {
      const straight = from.j + Math.round((columns * (i - from.i)) / Math.max(1, rows));
      const [left, right] = near ? [from.j, to.j] : [straight, straight];
      widen(low, high, i, Math.max(0, left - MARGIN), Math.min(n, right + MARGIN));
    }
    // In one row at least a way leads from one to the other.
    const middle = (from.i + to.i) >> 1;
    widen(low, high, middle, Math.max(0, from.j - MARGIN), Math.min(n, to.j + MARGIN));
  }
  return { low, high };
}

function widen(low: Int32Array, high: Int32Array, i: number, left: number, right: number) {
  low[i] = Math.min(low[i] ?? left, left);
  high[i] = Math.max(high[i] ?? right, right);
}

interface Anchor {
  i: number;
  j: number;
}

/** Runs that both have exactly once, in the order of the pasted words. */
function sharedRuns(pasted: Int32Array, said: Int32Array): Anchor[] {
  const places = (words: Int32Array) => {
    const found = new Map<string, number>();
    for (let at = 0; at + RUN <= words.length; at++) {
      const key = words.subarray(at, at + RUN).join(' ');
      found.set(key, found.has(key) ? -1 : at);
    }
    return found;
  };
  const there = places(said);
  const anchors: Anchor[] = [];
  for (const [key, i] of places(pasted)) {
    const j = there.get(key) ?? -1;
    if (i >= 0 && j >= 0) anchors.push({ i, j });
  }
  return anchors.sort((a, b) => a.i - b.i);
}

/** The longest chain in which both places ascend (Schensted 1961), by patience sorting. */
function chain(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  for (const [at, { j }] of anchors.entries()) {
    let [from, to] = [0, tails.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((anchors[tails[middle] ?? 0]?.j ?? 0) < j) from = middle + 1;
      else to = middle;
    }
    before[at] = from > 0 ? (tails[from - 1] ?? -1) : -1;
    tails[from] = at;
  }
  const found: Anchor[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const anchor = anchors[at];
    if (anchor) found.push(anchor);
  }
  return found.reverse();
}
