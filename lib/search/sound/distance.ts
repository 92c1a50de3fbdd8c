import { osaDistance } from '../typo.ts';

/** Sounds are ASCII letters and digits; their codes index the tables below. */
const SIGNS = 128;
/** Sounds that machines take for each other cost less than others. */
const SWAPPED = new Float64Array(SIGNS * SIGNS).fill(1);
for (let sign = 0; sign < SIGNS; sign++) SWAPPED[sign * SIGNS + sign] = 0;
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
  const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  SWAPPED[one * SIGNS + other] = cost;
  SWAPPED[other * SIGNS + one] = cost;
}

/** What is swallowed or put in. */
const MISSED = new Float64Array(SIGNS).fill(0.8);
/** Weak sounds are swallowed more easily. */
for (const [sound, cost] of [
  ['A', 0.3],
  ['H', 0.3],
  ['R', 0.6],
  ['N', 0.6],
  ['T', 0.6],
  ['L', 0.7],
] as const) {
  MISSED[sound.charCodeAt(0)] = cost;
}

const WEAKEST = MISSED.reduce((least, cost) => Math.min(least, cost));

/** The first row of the table of distances: nothing heard yet. `sought` are char codes of sounds. */
export function firstRow(sought: Uint8Array): Float64Array {
  const row = new Float64Array(sought.length + 1);
  for (let j = 1; j <= sought.length; j++)
    row[j] = (row[j - 1] ?? 0) + (MISSED[sought[j - 1] ?? 0] ?? 0);
  return row;
}

/**
 * What it costs at least from a row on, for each number of sounds sought so far, where `left` more sounds
 * are heard: who has more sounds left than the other must miss some.
 */
export function leastToCome(sought: Uint8Array, left: number): Float64Array {
  const come = new Float64Array(sought.length + 1);
  let weakest = Infinity;
  for (let j = sought.length; j >= 0; j--) {
    const more = sought.length - j - left;
    come[j] = more > 0 ? more * weakest : -more * WEAKEST;
    weakest = Math.min(weakest, MISSED[sought[j - 1] ?? 0] ?? 0);
  }
  return come;
}

/**
 * Fills `row` for one more sound heard, from the row above it; returns the least that may become of it,
 * with what is to `come`.
 */
export function nextRow(
  sought: Uint8Array,
  heard: number,
  above: Float64Array,
  row: Float64Array,
  come: Float64Array,
): number {
  const gone = MISSED[heard] ?? 0;
  const costs = heard * SIGNS;
  let corner = above[0] ?? 0;
  let left = corner + gone;
  let least = left + (come[0] ?? 0);
  row[0] = left;
  for (let j = 1; j <= sought.length; j++) {
    const sound = sought[j - 1] ?? 0;
    const up = above[j] ?? 0;
    let cost = corner + (SWAPPED[costs + sound] ?? 1);
    if (up + gone < cost) cost = up + gone;
    if (left + (MISSED[sound] ?? 0) < cost) cost = left + (MISSED[sound] ?? 0);
    row[j] = cost;
    corner = up;
    left = cost;
    const all = cost + (come[j] ?? 0);
    if (all < least) least = all;
  }
  return least;
}

export const toSigns = (code: string): Uint8Array =>
  Uint8Array.from(code, (sound) => sound.charCodeAt(0) % SIGNS);

/**
 * How differently two codes of `soundOf` sound: 0 for alike, about 1 for nothing in common. A weighted
 * edit distance over the length of the longer code.
 */
export function soundDistance(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const sought = toSigns(b);
  let above: Float64Array = firstRow(sought);
  let row: Float64Array = new Float64Array(above.length);
  const come = new Float64Array(above.length);
  for (const heard of toSigns(a)) {
    nextRow(sought, heard, above, row, come);
    [above, row] = [row, above];
  }
  return (above[b.length] ?? 0) / longest;
}

/** How much less the letters tell than the sounds. */
export const LETTERS_WEIGH = 0.5;

/** How differently two words, or words run together, are written: 0 to 1. */
export function lettersApart(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return osaDistance(a, b, longest) / longest;
}
