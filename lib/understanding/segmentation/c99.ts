import { termTurns } from '../words.ts';
import type { SegmentationMethod } from './method.ts';

/** Side of the square in which similarities are ranked, and Choi's c for the stopping rule. */
const RANK_MASK = 11;
const STOP = 1.2;

/**
 * C99 (Choi 2000, "Advances in domain independent linear text segmentation"). Cosines between
 * turns are replaced by their rank among their neighbours; the text is then divided where that
 * makes the sections densest, until the gain falls below mean + 1.2 standard deviations.
 * Quadratic in the number of turns.
 */
export const c99: SegmentationMethod = (conversation, sections) => {
  const n = conversation.turns.length;
  if (n < 2) return [];
  const { turns } = termTurns(
    conversation.turns.map((t) => t.text),
    conversation.language,
  );
  const sums = summedArea(ranked(similarities(turns), n), n);
  const { order, densities } = divide(sums, n, sections ?? Math.min(n, 100));
  const kept = sections === undefined ? stoppingPoint(densities) : order.length;
  return order.slice(0, kept).sort((a, b) => a - b);
};

function similarities(turns: readonly Int32Array[]): Float32Array {
  const n = turns.length;
  const bags = turns.map((terms) => {
    const bag = new Map<number, number>();
    for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + 1);
    const norm = Math.sqrt([...bag.values()].reduce((sum, c) => sum + c * c, 0));
    return { bag, norm };
  });
  const postings = new Map<number, { turn: number; weight: number }[]>();
  bags.forEach(({ bag, norm }, turn) => {
    for (const [term, count] of bag) {
      const list = postings.get(term) ?? [];
      list.push({ turn, weight: count / norm });
      postings.set(term, list);
    }
  });
  const matrix = new Float32Array(n * n);
  for (const list of postings.values()) {
    for (const a of list) {
      for (const b of list) {
        matrix[a.turn * n + b.turn] = (matrix[a.turn * n + b.turn] ?? 0) + a.weight * b.weight;
      }
    }
  }
  return matrix;
}

/** Each value's rank: the share of its neighbours within the mask that are smaller. */
function ranked(matrix: Float32Array, n: number): Float32Array {
  const half = (RANK_MASK - 1) / 2;
  const ranks = new Float32Array(n * n);
  for (let y = 0; y < n; y++) {
    for (let x = y; x < n; x++) {
      const value = matrix[y * n + x] ?? 0;
      let smaller = 0;
      let seen = 0;
      for (let yy = Math.max(0, y - half); yy <= Math.min(n - 1, y + half); yy++) {
        for (let xx = Math.max(0, x - half); xx <= Math.min(n - 1, x + half); xx++) {
          seen++;
          if ((matrix[yy * n + xx] ?? 0) < value) smaller++;
        }
      }
      const rank = seen > 1 ? smaller / (seen - 1) : 0;
      ranks[y * n + x] = rank;
      ranks[x * n + y] = rank;
    }
  }
  return ranks;
}

/** `(n + 1)²` prefix sums, so that a square's sum takes four look-ups. */
function summedArea(matrix: Float32Array, n: number): (from: number, to: number) => number {
  const width = n + 1;
  const sums = new Float64Array(width * width);
  for (let y = 1; y <= n; y++) {
    let row = 0;
    for (let x = 1; x <= n; x++) {
      row += matrix[(y - 1) * n + x - 1] ?? 0;
      sums[y * width + x] = (sums[(y - 1) * width + x] ?? 0) + row;
    }
  }
  const at = (y: number, x: number) => sums[y * width + x] ?? 0;
  return (from, to) => at(to, to) - at(from, to) - at(to, from) + at(from, from);
}

/** Divides greedily. Gives boundaries in the order found, and the density before and after each. */
function divide(
  square: (from: number, to: number) => number,
  n: number,
  sections: number,
): { order: number[]; densities: number[] } {
  const bounds = [0, n];
  let inside = square(0, n);
  let area = n * n;
  const order: number[] = [];
  const densities = [inside / area];
  while (bounds.length - 1 < Math.min(n, sections)) {
    let best = { density: -1, at: 0, slot: 0, inside: 0, area: 0 };
    for (let s = 0; s + 1 < bounds.length; s++) {
      const from = bounds[s] ?? 0;
      const to = bounds[s + 1] ?? n;
      const rest = inside - square(from, to);
      const restArea = area - (to - from) ** 2;
      for (let at = from + 1; at < to; at++) {
        const newInside = rest + square(from, at) + square(at, to);
        const newArea = restArea + (at - from) ** 2 + (to - at) ** 2;
        const density = newInside / newArea;
        if (density > best.density) {
          best = { density, at, slot: s + 1, inside: newInside, area: newArea };
        }
      }
    }
    if (best.at === 0) break;
    bounds.splice(best.slot, 0, best.at);
    inside = best.inside;
    area = best.area;
    order.push(best.at);
    densities.push(best.density);
  }
  return { order, densities };
}

/** How many divisions are worth keeping: those before the smoothed gain falls below its threshold. */
function stoppingPoint(densities: readonly number[]): number {
  const gains = densities.slice(1).map((d, i) => d - (densities[i] ?? 0));
  if (gains.length === 0) return 0;
  const smoothed = gains.map((g, i) => {
    const before = gains[i - 1] ?? g;
    const after = gains[i + 1] ?? g;
    return (before + 2 * g + after) / 4;
  });
  const mean = smoothed.reduce((sum, g) => sum + g, 0) / smoothed.length;
  const variance = smoothed.reduce((sum, g) => sum + (g - mean) ** 2, 0) / smoothed.length;
  const threshold = mean + STOP * Math.sqrt(variance);
  const below = smoothed.findIndex((g) => g < threshold);
  return below === -1 ? smoothed.length : below;
}
