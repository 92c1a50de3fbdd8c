import { soundsAlike } from './spoken-words.ts';

/** What pairs of words and gaps are worth. A gap costs most where it opens, so that what is left out stays in one piece. */
const SAME = 4;
const ALIKE = 2;
const OTHER = -1;
const OPEN = -3;
const EXTEND = -0.05;

/** Steps of the way back, two bits a state. */
const [FROM_PAIR, FROM_LEFT_OUT, FROM_PUT_IN] = [0, 1, 2] as const;

/**
 * Aligns two short runs of words, both bounded by words that match: the best way through all pairings, with
 * affine gaps (Gotoh 1982). Gives the pairs, ascending on both sides; `same` where the words agree or are
 * nearly so. Takes `spoken.length` × `heard.length` steps and as many bytes.
 */
export function matchGap(
  spoken: readonly string[],
  heard: readonly string[],
): { at: number; to: number; same: boolean }[] {
  const [rows, columns] = [spoken.length + 1, heard.length + 1];
  const trace = new Uint8Array(rows * columns);
  const gap = (length: number) => (length === 0 ? 0 : OPEN + EXTEND * length);
  // Best scores of the row above that end in a pair, a word left out (of the heard), a word put in.
  let pair = Float64Array.from({ length: columns }, (_, k) => (k === 0 ? 0 : -Infinity));
  let above = new Float64Array(columns).fill(-Infinity);
  let beside = Float64Array.from({ length: columns }, (_, k) => (k === 0 ? -Infinity : gap(k)));
  for (let k = 1; k < columns; k++) trace[k] = (k === 1 ? FROM_PAIR : FROM_PUT_IN) << 4;
  for (let i = 1; i < rows; i++) {
    const [nextPair, nextAbove, nextBeside] = [
      new Float64Array(columns).fill(-Infinity),
      new Float64Array(columns).fill(-Infinity),
      new Float64Array(columns).fill(-Infinity),
    ];
    nextAbove[0] = gap(i);
    trace[i * columns] = (i === 1 ? FROM_PAIR : FROM_LEFT_OUT) << 2;
    for (let k = 1; k < columns; k++) {
      const worth = worthOf(spoken[i - 1] ?? '', heard[k - 1] ?? '');
      const [toPair, by] = best(pair[k - 1], above[k - 1], beside[k - 1]);
      nextPair[k] = toPair + worth;
      const [toAbove, leave] = best((pair[k] ?? 0) + OPEN, above[k], (beside[k] ?? 0) + OPEN);
      nextAbove[k] = toAbove + EXTEND;
      const [toBeside, put] = best(
        (nextPair[k - 1] ?? 0) + OPEN,
        (nextAbove[k - 1] ?? 0) + OPEN,
        nextBeside[k - 1],
      );
      nextBeside[k] = toBeside + EXTEND;
      trace[i * columns + k] = by | (leave << 2) | (put << 4);
    }
    [pair, above, beside] = [nextPair, nextAbove, nextBeside];
  }
  const pairs: { at: number; to: number; same: boolean }[] = [];
  let [, state] = best(pair[columns - 1], above[columns - 1], beside[columns - 1]);
  for (let [i, k] = [rows - 1, columns - 1]; i > 0 || k > 0; ) {
    const step = trace[i * columns + k] ?? 0;
    if (state === FROM_PAIR) {
      const same = soundsAlike(spoken[i - 1] ?? '', heard[k - 1] ?? '');
      pairs.push({ at: i - 1, to: k - 1, same });
      state = (step & 3) as typeof state;
      i--;
      k--;
    } else if (state === FROM_LEFT_OUT) {
      state = ((step >> 2) & 3) as typeof state;
      i--;
    } else {
      state = ((step >> 4) & 3) as typeof state;
      k--;
    }
  }
  return pairs.reverse();
}

const worthOf = (a: string, b: string) => (a === b ? SAME : soundsAlike(a, b) ? ALIKE : OTHER);

function best(
  pair: number | undefined,
  above: number | undefined,
  beside: number | undefined,
): [number, typeof FROM_PAIR | typeof FROM_LEFT_OUT | typeof FROM_PUT_IN] {
  const [a, b, c] = [pair ?? -Infinity, above ?? -Infinity, beside ?? -Infinity];
  if (a >= b && a >= c) return [a, FROM_PAIR];
  return b >= c ? [b, FROM_LEFT_OUT] : [c, FROM_PUT_IN];
}
