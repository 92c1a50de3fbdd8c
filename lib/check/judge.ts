import type { Step } from './align.ts';
import type { WeightOf } from './weights.ts';

export type Verdict = 'verbatim' | 'altered' | 'not_found';

/**
 * When a moment with differences counts as found. Three things speak for it: how much agrees, how much
 * of it side by side, and how telling the words are that agree. Their shares and the limit were chosen
 * on the tuning half of `npm run bench -- check`: they trace most misquotes among those that take no
 * more than 1.25 % of what was said elsewhere, and 1 % of shuffled words, for something said here.
 */
const SIDE_BY_SIDE = 0.5;
const TELLING = 0.2;
const LIMIT = 1.4;
/** Telling words count up to so much: a long quote has them for any long text. */
const MOST_TELLING = 4;
/** With less than this in common it is another sentence, whatever else speaks for it. */
const LEAST_SCORE = 0.45;

export interface Judgement {
  verdict: Verdict;
  /** 0 to 1: the weight of what agrees, of all that was pasted or left out in between. */
  score: number;
}

/**
 * Judges an alignment. The score is the weight of the words that agree, by the weight of all pasted
 * words and of those left out between them; words that the quote says it left out do not count. It is
 * 1 only where nothing differs, which is what "verbatim" means.
 */
export function judge(
  steps: readonly Step[],
  pasted: readonly string[],
  said: readonly string[],
  weightOf: WeightOf,
): Judgement {
  let [agreed, all, telling, pairs] = [0, 0, 0, 0];
  let before = false;
  let same = true;
  for (const step of steps) {
    if (step.elided) continue;
    const one = step.pasted < 0 ? 0 : weightOf(pasted[step.pasted] ?? '');
    const other = step.said < 0 ? 0 : weightOf(said[step.said] ?? '');
    const weight = one > 0 && other > 0 ? (one + other) / 2 : one + other;
    all += weight;
    agreed += weight * step.likeness;
    const agrees = step.likeness === 1;
    if (agrees) telling += weight;
    if (agrees && before) pairs++;
    if (!agrees) same = false;
    before = agrees;
  }
  if (same) return { verdict: 'verbatim', score: 1 };
  const score = all === 0 ? 0 : agreed / all;
  const certainty =
    score +
    (SIDE_BY_SIDE * pairs) / Math.max(1, pasted.length - 1) +
    TELLING * Math.min(MOST_TELLING, telling);
  const found = score >= LEAST_SCORE && certainty >= LIMIT;
  return { verdict: found ? 'altered' : 'not_found', score };
}
