import { termTurns } from '../words.ts';
import type { SegmentationMethod } from './method.ts';

/** Terms in a token sequence, and sequences in a block on each side of a gap (Hearst's w and k). */
const SEQUENCE = 20;
const BLOCK = 10;

/**
 * TextTiling (Hearst 1997, "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages").
 * Neighbouring blocks of the stream of terms are compared by cosine; a valley of the smoothed
 * curve deeper than the mean less half a standard deviation of all depths is a boundary, moved to
 * the nearest turn.
 */
export const textTiling: SegmentationMethod = (conversation, sections) => {
  const { turns } = termTurns(
    conversation.turns.map((t) => t.text),
    conversation.language,
  );
  const stream: number[] = [];
  const turnStarts: number[] = [];
  for (const terms of turns) {
    turnStarts.push(stream.length);
    for (const term of terms) stream.push(term);
  }
  const depths = depthScores(smooth(gapScores(stream)));
  const mean = depths.reduce((sum, d) => sum + d, 0) / Math.max(1, depths.length);
  const sd = Math.sqrt(
    depths.reduce((sum, d) => sum + (d - mean) ** 2, 0) / Math.max(1, depths.length),
  );
  const ranked = depths
    .map((depth, i) => ({ depth, turn: nearestTurn(turnStarts, (i + 1) * SEQUENCE), i }))
    .filter((gap) => gap.depth > 0 && (sections !== undefined || gap.depth > mean - sd / 2))
    .sort((a, b) => b.depth - a.depth || a.i - b.i);
  const wanted = sections === undefined ? Number.POSITIVE_INFINITY : sections - 1;
  const chosen: { turn: number; i: number }[] = [];
  for (const gap of ranked) {
    if (chosen.length >= wanted) break;
    if (gap.turn === 0 || chosen.some((c) => c.turn === gap.turn || Math.abs(c.i - gap.i) < 3)) {
      continue;
    }
    chosen.push(gap);
  }
  return chosen.map((c) => c.turn).sort((a, b) => a - b);
};

/** Cosine of the blocks before and after each gap between token sequences. */
function gapScores(stream: readonly number[]): number[] {
  const scores: number[] = [];
  for (let at = SEQUENCE; at < stream.length; at += SEQUENCE) {
    const left = counts(stream, Math.max(0, at - SEQUENCE * BLOCK), at);
    const right = counts(stream, at, Math.min(stream.length, at + SEQUENCE * BLOCK));
    scores.push(cosine(left, right));
  }
  return scores;
}

function counts(stream: readonly number[], from: number, to: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const term = stream[i] ?? 0;
    found.set(term, (found.get(term) ?? 0) + 1);
  }
  return found;
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (const [term, n] of a) {
    dot += n * (b.get(term) ?? 0);
    aa += n * n;
  }
  for (const n of b.values()) bb += n * n;
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
}

function smooth(scores: readonly number[]): number[] {
  return scores.map((score, i) => {
    const before = scores[i - 1] ?? score;
    const after = scores[i + 1] ?? score;
    return (before + score + after) / 3;
  });
}

/** How far the curve climbs on both sides of each gap. */
function depthScores(scores: readonly number[]): number[] {
  const climb = (from: number, step: 1 | -1): number => {
    let top = scores[from] ?? 0;
    for (let i = from + step; i >= 0 && i < scores.length; i += step) {
      const score = scores[i] ?? 0;
      if (score < top) break;
      top = score;
    }
    return top;
  };
  return scores.map((score, i) => climb(i, -1) + climb(i, 1) - 2 * score);
}

function nearestTurn(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const before = offset - (starts[low] ?? 0);
  const after = (starts[low + 1] ?? Number.POSITIVE_INFINITY) - offset;
  return after < before ? low + 1 : low;
}
