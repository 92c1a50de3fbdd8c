import { bandFor } from './band.ts';
import { type Alike, alikeWords } from './likeness.ts';
import type { WeightOf } from './weights.ts';

/** A pasted word beside a said one (both ≥ 0), alone (`said` is -1), or a said one alone (`pasted` is -1). */
export interface Step {
  pasted: number;
  said: number;
  /** 1 the same word, 0 another one or none. */
  likeness: number;
  /** A said word that the quote itself says was left out. */
  elided: boolean;
}

/** What a pair of unlike words costs: less than a gap on either side, so that one changed word is a change. */
const UNLIKE = -0.7;
/** What the first and every further word of a gap costs (affine gaps, Gotoh 1982). */
const OPEN = -1;
const EXTEND = -0.2;
/** Leaving out what the quote says is left out; a little, so that nothing is left out for nothing. */
const ELIDE = -0.1;
/** What a pair of equal words brings, beside its weight: order counts for common words too. */
const PAIR = 0.5;
/** What a pair in the turn looked at brings more: of repeated words each window finds its own. */
const HOME = 0.01;

const PAIRED = 0;
const ADDED = 1;
const MISSED = 2;

/**
 * Aligns pasted words with what was said: local in the said words (it may begin and end anywhere in
 * them; Smith & Waterman 1981), whole in the pasted ones, since each of them is claimed. Steps come in
 * order and begin and end with a pasted word; of equals the one at `home` counts. Null where no pair of
 * words is alike. Quadratic for small inputs, linear for large ones (see `bandFor`).
 */
export function align(
  pasted: readonly string[],
  elidedBefore: readonly boolean[],
  said: readonly string[],
  weightOf: WeightOf,
  home: { from: number; to: number } = { from: 0, to: 0 },
): Step[] | null {
  const [m, n] = [pasted.length, said.length];
  const { rows, columns, alike } = alikeWords(pasted, said);
  const band = bandFor(rows, columns);
  if (!band) return null;
  const { low, high } = band;
  const weights = pasted.map(weightOf);
  // For each cell and each of the three states, which state it was reached from: two bits each.
  const offsets = new Float64Array(m + 2);
  for (let i = 0; i <= m; i++) {
    offsets[i + 1] = (offsets[i] ?? 0) + Math.max(0, (high[i] ?? 0) - (low[i] ?? 0) + 1);
  }
  const from = new Uint8Array(offsets[m + 1] ?? 0);
  const empty = () => new Float64Array(n + 1).fill(-Infinity);
  let above = [empty(), empty(), empty()] as const;
  let here = [empty(), empty(), empty()] as const;
  above[PAIRED].fill(0, low[0] ?? 0, (high[0] ?? n) + 1);

  for (let i = 1; i <= m; i++) {
    const [left, right] = [low[i] ?? 0, high[i] ?? n];
    const [pairedUp, addedUp, missedUp] = above;
    const [paired, added, missed] = here;
    const likes = alike.row(i - 1);
    const weight = PAIR + (weights[i - 1] ?? 0);
    const free = elidedBefore[i] ?? false;
    const [open, extend] = free ? [ELIDE, 0] : i < m ? [OPEN, EXTEND] : [-Infinity, -Infinity];
    const offset = (offsets[i] ?? 0) - left;
    for (let j = left; j <= right; j++) {
      let bits = 0;
      if (j > 0) {
        const like = likes[columns[j - 1] ?? 0] ?? 0;
        const [p, a, s] = [pairedUp[j - 1] ?? 0, addedUp[j - 1] ?? 0, missedUp[j - 1] ?? 0];
        const best = p >= a && p >= s ? PAIRED : a >= s ? ADDED : MISSED;
        paired[j] =
          Math.max(p, a, s) +
          (like > 0 ? like * (j > home.from && j <= home.to ? weight + HOME : weight) : UNLIKE);
        bits |= best;
        const [q, r] = [Math.max(paired[j - 1] ?? 0, added[j - 1] ?? 0) + open, missed[j - 1] ?? 0];
        missed[j] = Math.max(q, r + extend);
        if (r + extend > q) bits |= MISSED << 4;
        else if ((added[j - 1] ?? 0) > (paired[j - 1] ?? 0)) bits |= ADDED << 4;
      }
      const q = Math.max(pairedUp[j] ?? 0, missedUp[j] ?? 0) + OPEN;
      const r = (addedUp[j] ?? 0) + EXTEND;
      added[j] = Math.max(q, r);
      bits |= (r > q ? ADDED : (missedUp[j] ?? 0) > (pairedUp[j] ?? 0) ? MISSED : PAIRED) << 2;
      from[offset + j] = bits;
    }
    // Cells of an older row must not be read as the row before the next one.
    for (const row of above) row.fill(-Infinity, low[i - 1], (high[i - 1] ?? n) + 1);
    [above, here] = [here, above];
  }
  return trace(m, low, offsets, from, above, elidedBefore, alike);
}

/** Walks back from the best end. */
function trace(
  m: number,
  low: Int32Array,
  offsets: Float64Array,
  from: Uint8Array,
  last: readonly [Float64Array, Float64Array, Float64Array],
  elidedBefore: readonly boolean[],
  alike: Alike,
): Step[] | null {
  let [best, state, j] = [-Infinity, PAIRED, 0];
  for (const ending of [PAIRED, ADDED]) {
    last[ending as 0 | 1].forEach((score, at) => {
      if (score > best) [best, state, j] = [score, ending, at];
    });
  }
  if (best === -Infinity) return null;
  const steps: Step[] = [];
  for (let i = m; i > 0; ) {
    const bits = from[(offsets[i] ?? 0) + j - (low[i] ?? 0)] ?? 0;
    const next = (bits >> (2 * state)) & 3;
    if (state === PAIRED) {
      i--;
      j--;
      steps.push({ pasted: i, said: j, likeness: alike.pair(i, j), elided: false });
    } else if (state === ADDED) {
      i--;
      steps.push({ pasted: i, said: -1, likeness: 0, elided: false });
    } else {
      j--;
      steps.push({ pasted: -1, said: j, likeness: 0, elided: elidedBefore[i] ?? false });
    }
    state = next;
  }
  steps.reverse();
  return steps.some(({ likeness: like }) => like > 0) ? steps : null;
}
