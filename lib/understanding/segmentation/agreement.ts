/**
 * Of all ways to cut a conversation, the one expected to agree best with a person's, given the odds
 * of a boundary before each turn: minimum Bayes risk decoding. The likeliest single cut is a poor
 * guess where many are nearly as likely; agreement is what segmentations are judged by.
 */

/** What agreement is made of, per mean section. */
export interface Taste {
  /** Weight of agreeing on "same section or not" half a section apart (Beeferman et al. 1999). */
  pk: number;
  /** Weight of agreeing on the number of boundaries in such a window (Pevzner & Hearst 2002). */
  windowDiff: number;
  /** Weight of a boundary that has a person's within `tolerance` turns. */
  f1: number;
  tolerance: number;
  /** Weight of a boundary's own log odds. */
  evidence: number;
  /** What a boundary must expect to earn, as a share of `f1`. */
  least: number;
}

/** How many sections there may be. */
export interface SectionRange {
  expected: number;
  least: number;
  most: number;
}

/** Rounds of bisection for the price of a boundary that gives the number of sections asked for. */
const ROUNDS = 30;

/**
 * Cuts `logOdds.length` turns (entry 0 means nothing). Returns ascending positions, never 0. The
 * cost is turns × the longest section considered, a few mean sections or LONGEST turns.
 */
export function mostAgreeable(logOdds: Float64Array, range: SectionRange, taste: Taste): number[] {
  const units = logOdds.length;
  if (units < 2 || range.most < 2) return [];
  const cut = planner(logOdds, range.expected, taste);
  const free = cut(taste.f1 * taste.least);
  const wanted = Math.max(range.least, Math.min(range.most, free.length + 1));
  if (wanted === free.length + 1) return free;
  let low = -20;
  let high = 20;
  let best = free;
  for (let round = 0; round < ROUNDS; round++) {
    const price = (low + high) / 2;
    const found = cut(price);
    if (Math.abs(found.length + 1 - wanted) < Math.abs(best.length + 1 - wanted)) best = found;
    if (found.length + 1 === wanted) return found;
    if (found.length + 1 > wanted) low = price;
    else high = price;
  }
  return best;
}

/** More turns than people usually put under one heading. */
const LONGEST = 400;

function planner(logOdds: Float64Array, expected: number, taste: Taste) {
  const n = logOdds.length;
  const chances = calibrated(logOdds, expected - 1);
  const k = Math.max(1, Math.min(n - 1, Math.round(n / expected / 2)));
  const scale = n / expected;
  const { apart, together, pairs } = windowRewards(chances, k, taste);
  const near = runningSum(chances);
  const within = (from: number, to: number) =>
    (near[Math.min(n, to)] ?? 0) - (near[Math.max(0, from)] ?? 0);
  const windows = n - k;
  const clip = (i: number) => Math.max(0, Math.min(windows, i));
  const over = (sums: Float64Array, from: number, to: number) =>
    to > from ? (sums[clip(to)] ?? 0) - (sums[clip(from)] ?? 0) : 0;
  const { tolerance } = taste;
  const gains = Float64Array.from(chances, (_, at) => {
    const own = taste.f1 * within(at - tolerance, at + tolerance + 1);
    return over(apart, at - k, at) + scale * (own + taste.evidence * (logOdds[at] ?? 0));
  });
  const longest = Math.min(n, Math.max(LONGEST, Math.ceil(5 * scale)));
  /** What a section of the turns `from` … `to - 1` is worth, beside its own boundary. */
  const worth = (from: number, to: number): number => {
    const inside = over(together, from, to - k);
    if (from === 0 || to === n) return inside;
    const shared =
      to - from > 2 * tolerance
        ? 0
        : scale * taste.f1 * within(to - tolerance, from + tolerance + 1);
    return inside + over(pairs, to - k, from) - shared;
  };
  const worths = Array.from({ length: n }, (_, from) =>
    Float64Array.from({ length: Math.min(n - from, longest) }, (__, i) =>
      worth(from, from + i + 1),
    ),
  );
  return (price: number): number[] => {
    const best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
    const cameFrom = new Int32Array(n + 1);
    best[0] = 0;
    for (let from = 0; from < n; from++) {
      const base = (best[from] ?? 0) + (from === 0 ? 0 : (gains[from] ?? 0) - scale * price);
      const row = worths[from] ?? new Float64Array();
      for (let i = 0; i < row.length; i++) {
        const total = base + (row[i] ?? 0);
        if (total > (best[from + i + 1] ?? 0)) {
          best[from + i + 1] = total;
          cameFrom[from + i + 1] = from;
        }
      }
    }
    const starts: number[] = [];
    for (let at = cameFrom[n] ?? 0; at > 0; at = cameFrom[at] ?? 0) starts.unshift(at);
    return starts;
  };
}

/** Chances from log odds, all shifted alike so that they add up to `sum`. Entry 0 is 0. */
function calibrated(logOdds: Float64Array, sum: number): Float64Array {
  let chances = new Float64Array(logOdds.length);
  let low = -12;
  let high = 12;
  for (let round = 0; round < ROUNDS; round++) {
    const shift = (low + high) / 2;
    chances = logOdds.map((odds, i) =>
      i === 0 ? 0 : Math.min(0.995, 1 / (1 + Math.exp(-odds - shift))),
    );
    if (chances.reduce((total, p) => total + p, 0) > sum) high = shift;
    else low = shift;
  }
  return chances;
}

/**
 * Running sums over the windows (turn i against turn i + k) of the reward for putting no boundary
 * in (`together`), one (`apart`), and what a second one changes beyond twice one (`pairs`).
 */
function windowRewards(chances: Float64Array, k: number, taste: Taste) {
  const noneUpTo = runningSum(chances.map((p) => Math.log1p(-p)));
  const odds = chances.map((p) => p / (1 - p));
  const oddsUpTo = runningSum(odds);
  const squaresUpTo = runningSum(odds.map((o) => o * o));
  const windows = Math.max(0, chances.length - k);
  const none = new Float64Array(windows);
  const one = new Float64Array(windows);
  const two = new Float64Array(windows);
  const { pk, windowDiff } = taste;
  for (let i = 0; i < windows; i++) {
    const between = (sums: Float64Array) => (sums[i + k + 1] ?? 0) - (sums[i + 1] ?? 0);
    const p0 = Math.exp(between(noneUpTo));
    const o = between(oddsUpTo);
    const p1 = p0 * o;
    const p2 = Math.min(1, (p0 * (o * o - between(squaresUpTo))) / 2);
    none[i] = (pk + windowDiff) * p0;
    one[i] = pk * (1 - p0) + windowDiff * p1;
    two[i] = pk * (1 - p0) + windowDiff * p2 - 2 * (one[i] ?? 0);
  }
  return { together: runningSum(none), apart: runningSum(one), pairs: runningSum(two) };
}

function runningSum(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((v, i) => {
    sums[i + 1] = (sums[i] ?? 0) + v;
  });
  return sums;
}
