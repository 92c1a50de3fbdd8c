import { consistent } from './interpolate.ts';
import { matchGap } from './match-gap.ts';

/** Words at these positions of the two texts are one. */
export interface Pair {
  spoken: number;
  heard: number;
  /** False where they only stand in each other's place. */
  same: boolean;
}

/** Runs of this many words that stand once on either side hold the two texts together. */
const RUN_LENGTHS = [5, 3, 2, 1];
/** Gaps in which the shorter side has at most so many words are aligned in full: this keeps the whole linear… */
const SHORT = 60;
/** …together with a bound on the pairings of one gap. */
const MOST_PAIRINGS = 60_000;
/** A single word that is unique proves something only where the two sides are nearly as long. */
const LOPSIDED = 4;

type Range = readonly [from: number, to: number];

/**
 * Pairs the words of two texts that say nearly the same. Runs that are unique on both sides are matched in
 * order (Bram Cohen's patience diff, on shrinking runs within the gaps), what is left between them in full
 * where it is short. Ascending on both sides. n log n in words, memory linear.
 */
export function matchWords(spoken: readonly string[], heard: readonly string[]): Pair[] {
  const ids = new Map<string, number>();
  const numbered = (words: readonly string[]) =>
    Uint32Array.from(words, (word) => {
      const known = ids.get(word);
      if (known !== undefined) return known;
      ids.set(word, ids.size + 1);
      return ids.size;
    });
  const [a, b] = [numbered(spoken), numbered(heard)];
  const pairs: Pair[] = [];
  const fill = (inA: Range, inB: Range) => {
    const [rows, columns] = [inA[1] - inA[0], inB[1] - inB[0]];
    if (rows === 0 || columns === 0) return;
    if (Math.min(rows, columns) > SHORT || rows * columns > MOST_PAIRINGS) return;
    const own = matchGap(spoken.slice(...inA), heard.slice(...inB));
    for (const { at, to, same } of own)
      pairs.push({ spoken: inA[0] + at, heard: inB[0] + to, same });
  };
  const descend = (inA: Range, inB: Range, level: number) => {
    const [rows, columns] = [inA[1] - inA[0], inB[1] - inB[0]];
    const length = RUN_LENGTHS[level];
    const lopsided = Math.max(rows, columns) > LOPSIDED * (Math.min(rows, columns) + LOPSIDED);
    if (length === undefined || rows < length || columns < length || (length === 1 && lopsided)) {
      fill(inA, inB);
      return;
    }
    let [fromA, fromB] = [inA[0], inB[0]];
    for (const { at, ms: to } of commonRuns(a, b, inA, inB, length)) {
      if (at < fromA || to < fromB) continue;
      descend([fromA, at], [fromB, to], level + 1);
      for (let k = 0; k < length; k++) pairs.push({ spoken: at + k, heard: to + k, same: true });
      [fromA, fromB] = [at + length, to + length];
    }
    descend([fromA, inA[1]], [fromB, inB[1]], level + 1);
  };
  descend([0, a.length], [0, b.length], 0);
  return pairs;
}

/** Where runs begin that are unique in both ranges, in an order that holds in both. */
function commonRuns(a: Uint32Array, b: Uint32Array, inA: Range, inB: Range, length: number) {
  const own = uniqueRuns(a, inA, length);
  const other = uniqueRuns(b, inB, length);
  const common: { at: number; ms: number }[] = [];
  for (const [run, at] of own) {
    const to = other.get(run);
    if (at < 0 || to === undefined || to < 0) continue;
    let k = 0;
    while (k < length && a[at + k] === b[to + k]) k++;
    if (k === length) common.push({ at, ms: to });
  }
  common.sort((x, y) => x.at - y.at);
  return consistent(common);
}

/** Run of words, as a number, → where it begins, or -1 where it stands more than once. */
function uniqueRuns(words: Uint32Array, [from, to]: Range, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i + length <= to; i++) {
    let run = 0;
    // Below 2^53, so exact; runs that share a number by chance are told apart by their words.
    for (let k = i; k < i + length; k++) run = (run * 2_097_143 + (words[k] ?? 0)) % 4_294_967_291;
    places.set(run, places.has(run) ? -1 : i);
  }
  return places;
}
