import type { TermTurns } from '../words.ts';

/** Concentration of the symmetric Dirichlet prior over terms, as in BayesSeg. */
const ALPHA = 0.2;

/** The stream of terms of a whole conversation, and where each turn begins in it. */
export interface TermStream {
  terms: Int32Array;
  /** One more than there are turns: the last entry is the length. */
  starts: Int32Array;
  vocabulary: number;
}

/** Joins the turns' terms. */
export function toStream({ turns, vocabulary }: TermTurns): TermStream {
  const starts = new Int32Array(turns.length + 1);
  turns.forEach((terms, i) => {
    starts[i + 1] = (starts[i] ?? 0) + terms.length;
  });
  const terms = new Int32Array(starts[turns.length] ?? 0);
  turns.forEach((own, i) => {
    terms.set(own, starts[i] ?? 0);
  });
  return { terms, starts, vocabulary: Math.max(1, vocabulary.length) };
}

/** Running sums of log(first + 0 … n - 1): the logarithm of a rising factorial. */
function logRising(first: number, most: number): Float64Array {
  const sums = new Float64Array(most + 1);
  for (let n = 0; n < most; n++) sums[n + 1] = (sums[n] ?? 0) + Math.log(first + n);
  return sums;
}

/**
 * For the gap before each turn: by how much (in nats) two Dirichlet-multinomials, one for the
 * `reach` terms before and one for those after, explain the text better than one for both.
 */
export function splitGains(stream: TermStream, reach: number): Float64Array {
  const { terms, starts, vocabulary } = stream;
  const gains = new Float64Array(starts.length - 1);
  const mass = logRising(ALPHA * vocabulary, 2 * reach);
  const rise = logRising(ALPHA, 2 * reach);
  const left = new Int32Array(vocabulary);
  const right = new Int32Array(vocabulary);
  for (let turn = 1; turn < gains.length; turn++) {
    const at = starts[turn] ?? 0;
    const from = Math.max(0, at - reach);
    const to = Math.min(terms.length, at + reach);
    for (let i = from; i < at; i++) left[terms[i] ?? 0] = (left[terms[i] ?? 0] ?? 0) + 1;
    for (let i = at; i < to; i++) right[terms[i] ?? 0] = (right[terms[i] ?? 0] ?? 0) + 1;
    let gain = (mass[to - from] ?? 0) - (mass[at - from] ?? 0) - (mass[to - at] ?? 0);
    for (let i = from; i < to; i++) {
      const term = terms[i] ?? 0;
      const l = left[term] ?? 0;
      const r = right[term] ?? 0;
      if (l + r === 0) continue;
      gain += (rise[l] ?? 0) + (rise[r] ?? 0) - (rise[l + r] ?? 0);
      left[term] = 0;
      right[term] = 0;
    }
    gains[turn] = gain;
  }
  return gains;
}

/**
 * For the gap before each turn: the chance that a section begins there, under BayesSeg's model with
 * its likelihood raised to `temper` (words come in bursts, so that each tells less than the model
 * believes) and `sections` expected. Sections longer than `longest` terms are not considered, so
 * the cost is (terms × longest / mean turn). Computed forwards and backwards (a semi-Markov chain).
 */
export function boundaryChances(
  stream: TermStream,
  sections: number,
  temper: number,
  longest: number,
): Float64Array {
  const { terms, starts, vocabulary } = stream;
  const n = starts.length - 1;
  const mass = logRising(ALPHA * vocabulary, terms.length);
  const rise = logRising(ALPHA, terms.length).map((sum, c, all) => (all[c + 1] ?? sum) - sum);
  const counts = new Int32Array(vocabulary);
  const rows: Float64Array[] = [];
  for (let from = 0; from < n; from++) {
    const base = starts[from] ?? 0;
    const row: number[] = [];
    let gain = 0;
    let end = from;
    for (; end < n; end++) {
      const until = starts[end + 1] ?? 0;
      if (end > from && until - base > longest) break;
      for (let i = starts[end] ?? 0; i < until; i++) {
        const term = terms[i] ?? 0;
        const c = counts[term] ?? 0;
        gain += rise[c] ?? 0;
        counts[term] = c + 1;
      }
      row.push(temper * (gain - (mass[until - base] ?? 0)));
    }
    for (let i = base; i < (starts[end] ?? terms.length); i++) counts[terms[i] ?? 0] = 0;
    rows.push(Float64Array.from(row));
  }
  // The price of a section is set so that the expected number comes out as asked.
  let low = -200;
  let high = 50;
  let chances = new Float64Array(n);
  for (let round = 0; round < 12; round++) {
    const price = (low + high) / 2;
    chances = marginals(rows, price);
    const expected = 1 + chances.reduce((sum, p) => sum + p, 0);
    if (Math.abs(expected - sections) < 0.1) break;
    if (expected > sections) high = price;
    else low = price;
  }
  return chances;
}

function marginals(rows: readonly Float64Array[], price: number): Float64Array<ArrayBuffer> {
  const n = rows.length;
  const forward = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  for (let from = 0; from < n; from++) {
    const row = rows[from] ?? new Float64Array();
    const base = (forward[from] ?? 0) + price;
    for (let i = 0; i < row.length; i++) {
      const end = from + i + 1;
      forward[end] = logAdd(forward[end] ?? 0, base + (row[i] ?? 0));
    }
  }
  const backward = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
  backward[n] = 0;
  for (let from = n - 1; from >= 0; from--) {
    const row = rows[from] ?? new Float64Array();
    let sum = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < row.length; i++) {
      sum = logAdd(sum, price + (row[i] ?? 0) + (backward[from + i + 1] ?? 0));
    }
    backward[from] = sum;
  }
  const all = forward[n] ?? 0;
  const chances = new Float64Array(n);
  for (let i = 1; i < n; i++) chances[i] = Math.exp((forward[i] ?? 0) + (backward[i] ?? 0) - all);
  return chances;
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  const gap = a - b;
  if (gap > 30) return a;
  if (gap < -30) return b;
  return gap > 0 ? a + Math.log1p(Math.exp(-gap)) : b + Math.log1p(Math.exp(gap));
}

/**
 * Where exactly a topic begins: for each turn, judged against the `reach` terms before it and after
 * it (its own left out).
 * - `fits`: by how many nats its words go better with what follows than with what came before;
 * - `introduces`: how strongly it says words that the following text keeps using and the text
 *   before did not.
 */
export function placement(
  stream: TermStream,
  reach: number,
): { fits: Float64Array; introduces: Float64Array } {
  const { terms, starts, vocabulary } = stream;
  const n = starts.length - 1;
  const left = new Int32Array(vocabulary);
  const right = new Int32Array(vocabulary);
  const fits = new Float64Array(n);
  const introduces = new Float64Array(n);
  for (let turn = 0; turn < n; turn++) {
    const from = starts[turn] ?? 0;
    const to = starts[turn + 1] ?? 0;
    const start = Math.max(0, from - reach);
    const end = Math.min(terms.length, to + reach);
    for (let i = start; i < from; i++) left[terms[i] ?? 0] = (left[terms[i] ?? 0] ?? 0) + 1;
    for (let i = to; i < end; i++) right[terms[i] ?? 0] = (right[terms[i] ?? 0] ?? 0) + 1;
    const seen = new Set<number>();
    const balance = Math.log((from - start + 20) / (end - to + 20));
    for (let i = from; i < Math.min(to, from + OPENING_TERMS); i++) {
      const term = terms[i] ?? 0;
      const l = left[term] ?? 0;
      const r = right[term] ?? 0;
      fits[turn] = (fits[turn] ?? 0) + Math.log((r + 0.2) / (l + 0.2)) + balance;
      if (r === 0 || seen.has(term)) continue;
      seen.add(term);
      introduces[turn] = (introduces[turn] ?? 0) + Math.max(0, Math.log((r + 0.5) / (l + 0.5)));
    }
    for (let i = start; i < from; i++) left[terms[i] ?? 0] = 0;
    for (let i = to; i < end; i++) right[terms[i] ?? 0] = 0;
  }
  return { fits, introduces };
}

/** So many of a turn's first terms say what it turns to. */
const OPENING_TERMS = 40;
