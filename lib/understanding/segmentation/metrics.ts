/**
 * Measures of a segmentation against the gold one. A segmentation of `units` turns is the ascending
 * list of positions (never 0) where a new section begins.
 */

/** Marks for each turn the number of its section, from 0. */
function sectionOf(units: number, boundaries: readonly number[]): Int32Array {
  const starts = new Set(boundaries);
  const sections = new Int32Array(units);
  let section = 0;
  for (let i = 0; i < units; i++) {
    if (i > 0 && starts.has(i)) section++;
    sections[i] = section;
  }
  return sections;
}

/** Half the mean length of the gold sections, rounded, at least 1: the usual window of Pk and WindowDiff. */
export function windowFor(units: number, gold: readonly number[]): number {
  return Math.max(1, Math.round(units / (gold.length + 1) / 2));
}

function disagreement(
  units: number,
  gold: readonly number[],
  found: readonly number[],
  differs: (gold: number, found: number) => boolean,
): number {
  const k = windowFor(units, gold);
  if (units <= k) return 0;
  const a = sectionOf(units, gold);
  const b = sectionOf(units, found);
  let wrong = 0;
  for (let i = 0; i + k < units; i++) {
    const between = (s: Int32Array) => (s[i + k] ?? 0) - (s[i] ?? 0);
    if (differs(between(a), between(b))) wrong++;
  }
  return wrong / (units - k);
}

/**
 * Pk (Beeferman, Berger & Lafferty 1999): the chance that two turns half a mean section apart are
 * wrongly put in the same section or in different ones. 0 is perfect, about .5 is chance.
 */
export function pk(units: number, gold: readonly number[], found: readonly number[]): number {
  return disagreement(units, gold, found, (a, b) => (a === 0) !== (b === 0));
}

/**
 * WindowDiff (Pevzner & Hearst 2002): the share of windows in which the number of boundaries is
 * wrong, so that near misses and superfluous boundaries count alike. 0 is perfect.
 */
export function windowDiff(
  units: number,
  gold: readonly number[],
  found: readonly number[],
): number {
  return disagreement(units, gold, found, (a, b) => a !== b);
}

/**
 * F1 of boundaries, where one found within `tolerance` turns of a gold one is right, each pairing
 * with at most one other. 1 is perfect; 1 too where there is nothing to find and nothing found.
 */
export function boundaryF1(
  gold: readonly number[],
  found: readonly number[],
  tolerance: number,
): number {
  if (gold.length === 0 && found.length === 0) return 1;
  let hits = 0;
  let g = 0;
  let f = 0;
  // Both ascend, and every boundary reaches equally far, so pairing the earliest is pairing the most.
  while (g < gold.length && f < found.length) {
    const distance = (found[f] ?? 0) - (gold[g] ?? 0);
    if (Math.abs(distance) <= tolerance) {
      hits++;
      g++;
      f++;
    } else if (distance < 0) f++;
    else g++;
  }
  return (2 * hits) / (gold.length + found.length);
}
