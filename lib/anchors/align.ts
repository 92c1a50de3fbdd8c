/** Letters of a text that a pattern was found in, `end` exclusive. */
export interface Found {
  end: number;
  /** Letters that had to be changed, put in or taken out. */
  cost: number;
}

/** This far from the expected place a find counts as one change worse: of equals the near one wins. */
const FAR_LETTERS = 3_000;
const MOST_FAR = 2;

/**
 * Where in `text`, between `from` and `to`, a pattern ends with the fewest letters changed, put in or
 * taken out (Sellers 1980). Takes time in proportion to both lengths multiplied.
 */
export function findNearest(
  text: Uint8Array,
  pattern: readonly number[],
  { from = 0, to = text.length, expectedEnd }: { from?: number; to?: number; expectedEnd: number },
): Found | null {
  const rows = pattern.length;
  const letters = Uint8Array.from(pattern);
  // One column, and one that stands for “before the text”: all letters taken out.
  const column = Uint16Array.from({ length: rows + 1 }, (_, row) => row);
  let best: Found | null = null;
  let least = Infinity;
  for (let at = from; at < to; at++) {
    const sign = text[at];
    let diagonal = 0;
    let above = 0;
    for (let row = 1; row <= rows; row++) {
      const left = column[row] as number;
      let cost = diagonal + (letters[row - 1] === sign ? 0 : 1);
      if (left + 1 < cost) cost = left + 1;
      if (above + 1 < cost) cost = above + 1;
      column[row] = cost;
      diagonal = left;
      above = cost;
    }
    const worth = above + Math.min(MOST_FAR, Math.abs(at + 1 - expectedEnd) / FAR_LETTERS);
    if (worth < least) {
      least = worth;
      best = { end: at + 1, cost: above };
    }
  }
  return best;
}

/**
 * Which letter of the text each letter of the pattern is, given where the pattern ends; -1 for those
 * that are not there.
 */
export function alignAt(text: Uint8Array, pattern: readonly number[], end: number): number[] {
  const rows = pattern.length;
  const start = Math.max(0, end - 2 * rows - 8);
  const columns = end - start;
  const costs = Array.from({ length: rows + 1 }, (_, row) =>
    new Uint16Array(columns + 1).fill(row, 0, 1),
  );
  const cost = (row: number, column: number) => costs[row]?.[column] ?? 0;
  const differs = (row: number, column: number) =>
    text[start + column - 1] === pattern[row - 1] ? 0 : 1;
  for (let row = 1; row <= rows; row++) {
    const own = costs[row] as Uint16Array;
    for (let column = 1; column <= columns; column++) {
      own[column] = Math.min(
        cost(row - 1, column - 1) + differs(row, column),
        cost(row - 1, column) + 1,
        cost(row, column - 1) + 1,
      );
    }
  }
  const places = new Array<number>(rows).fill(-1);
  let row = rows;
  let column = columns;
  while (row > 0) {
    const here = cost(row, column);
    if (column > 0 && here === cost(row - 1, column - 1) + differs(row, column)) {
      places[row - 1] = start + column - 1;
      row--;
      column--;
    } else if (here === cost(row - 1, column) + 1) row--;
    else column--;
  }
  return places;
}
