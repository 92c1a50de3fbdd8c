import { anchorWords, hashOfAll } from './words.ts';

/**
 * With two words of five misheard, a talk keeps a fifth of its runs of three words; two talks of one
 * show share a twentieth, very short ones up to a sixth.
 */
const SAME = 0.2;
const RUN = 3;

/** Whether two texts, each given in pieces, are the same talk, or one a part of the other. */
export const isSameTalk = (a: readonly string[], b: readonly string[]): boolean =>
  containment(a, b) >= SAME;

/**
 * The share of the shorter text's runs of three words that the other has too, 0 to 1 (Broder, On the
 * resemblance and containment of documents, 1997). A text of fewer words than a run is one run.
 */
export function containment(a: readonly string[], b: readonly string[]): number {
  const [few, many] = [runs(a), runs(b)].sort((one, other) => one.size - other.size);
  if (!few || !many || few.size === 0) return 0;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared++;
  return shared / few.size;
}

function runs(pieces: readonly string[]): Set<number> {
  const words = pieces.flatMap(anchorWords);
  const found = new Set<number>();
  for (let i = 0; i <= Math.max(0, words.length - RUN); i++) {
    const run = words.slice(i, i + RUN);
    if (run.length > 0) found.add(hashOfAll(run));
  }
  return found;
}
