import type { Conversation } from '../understanding.ts';
import { words } from '../words.ts';
import { mostAgreeable, type SectionRange, type Taste } from './agreement.ts';
import { type GapFeatures, gapFeatures } from './gap-features.ts';
import type { SegmentationMethod } from './method.ts';
import { INTERCEPT, WEIGHTS } from './weights.ts';

/** Chosen on the tuning half of the gold data. */
const TASTE: Taste = { pk: 1, windowDiff: 2.5, f1: 1.25, tolerance: 2, evidence: 0, least: 0.3 };
/** How much surer the odds are made than they were fitted: those of neighbours are not independent. */
const TEMPER = 1.6;
/** The number of sections is a choice within these shares of the expected one. */
const COUNT = { scale: 1.26, least: 0.6, most: 1.35 };

/**
 * The method that Earmark uses: how strongly vocabulary changes, which words are brought up, and what
 * the talk itself shows (who asks, announcements, length, floor) are weighed into the odds of a
 * boundary before each turn; of all cuts the one is taken that is expected to agree best with a
 * person's. Weights and number of sections were fitted on half of the gold data
 * (tests/bench/fit-segmentation.ts).
 */
export const earmark: SegmentationMethod = (conversation, sections) => {
  const gaps = readGaps(conversation);
  if (sections === undefined) return cut(gaps, sectionsExpected(gaps));
  const told = Math.max(1, Math.min(conversation.turns.length, sections));
  return mostAgreeable(gaps.logOdds, { expected: told, least: told, most: told }, TASTE);
};

/** The gaps between turns, judged. */
export interface Gaps {
  features: GapFeatures;
  /** Log odds of a section beginning before each turn; entry 0 means nothing. */
  logOdds: Float64Array;
  /** How many words are said before each turn; one more entry than turns. */
  wordsBefore: Float64Array;
}

/** A remark is no section: fewer words than this are put to what follows. */
const LEAST_WORDS = 40;

/** How many sections such a conversation has, on average. */
export const sectionsExpected = ({ features }: Gaps) => COUNT.scale * features.expected;

/** Judges the gap before every turn. Near-linear in the words. */
export function readGaps(conversation: Conversation): Gaps {
  const features = gapFeatures(conversation);
  const { values, expected } = features;
  const turns = conversation.turns.length;
  const logOdds = new Float64Array(turns).fill(
    TEMPER * (INTERCEPT + Math.log(expected / Math.max(1, turns))),
  );
  for (const [name, own] of Object.entries(values)) {
    const weight = WEIGHTS[name] ?? 0;
    own.forEach((value, i) => {
      logOdds[i] = TEMPER * weight * value + (logOdds[i] ?? 0);
    });
  }
  const wordsBefore = new Float64Array(turns + 1);
  conversation.turns.forEach(({ text }, i) => {
    wordsBefore[i + 1] = (wordsBefore[i] ?? 0) + words(text).length;
  });
  return { features, logOdds, wordsBefore };
}

/** Cuts the turns `from` … `to - 1` into about `expected` sections; returns where they begin, without `from`. */
export function cut(
  { logOdds, wordsBefore }: Gaps,
  expected: number,
  {
    from = 0,
    to = logOdds.length,
    leastWords = LEAST_WORDS,
  }: { from?: number; to?: number; leastWords?: number } = {},
): number[] {
  const range: SectionRange = {
    expected,
    least: Math.round(COUNT.least * expected),
    most: Math.round(COUNT.most * expected),
  };
  const found = mostAgreeable(logOdds.slice(from, to), range, TASTE).map((at) => at + from);
  const wordsIn = (start: number, end: number) =>
    (wordsBefore[end] ?? 0) - (wordsBefore[start] ?? 0);
  const kept: number[] = [];
  for (const at of found) {
    if (wordsIn(kept.at(-1) ?? from, at) < leastWords) {
      // The change is there; what stands before it is too little to be a section of its own.
      if (kept.length > 0) kept[kept.length - 1] = at;
    } else kept.push(at);
  }
  while (kept.length > 0 && wordsIn(kept.at(-1) ?? from, to) < leastWords) kept.pop();
  return kept;
}
