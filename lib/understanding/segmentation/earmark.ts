import { mostAgreeable, type Taste } from './agreement.ts';
import { type GapFeatures, gapFeatures } from './gap-features.ts';
import type { SegmentationMethod } from './method.ts';
import { INTERCEPT, WEIGHTS } from './weights.ts';

/** Chosen on the tuning half of the gold data. */
const TASTE: Taste = { pk: 1, windowDiff: 2.5, f1: 1.25, tolerance: 2, evidence: 0, least: 0.3 };
/** How much surer the odds are made than they were fitted: those of neighbours are not independent. */
const TEMPER = 1.6;
/** The number of sections is a choice within these shares of the expected one. */
const COUNT = { scale: 1.2, least: 0.6, most: 1.35 };

/**
 * The method that Earmark uses: how strongly vocabulary changes, which words are brought up, and what
 * the talk itself shows (who asks, announcements, length, floor) are weighed into the odds of a
 * boundary before each turn; of all cuts the one is taken that is expected to agree best with a
 * person's. Weights and number of sections were fitted on half of the gold data
 * (tests/bench/fit-segmentation.ts).
 */
export const earmark: SegmentationMethod = (conversation, sections) => {
  if (conversation.turns.length < 2) return [];
  const features = gapFeatures(conversation);
  const logOdds = boundaryLogOdds(features).map((odds) => TEMPER * odds);
  if (sections !== undefined) {
    const told = Math.max(1, Math.min(conversation.turns.length, sections));
    return mostAgreeable(logOdds, { expected: told, least: told, most: told }, TASTE);
  }
  const expected = COUNT.scale * features.expected;
  const range = {
    expected,
    least: Math.round(COUNT.least * expected),
    most: Math.round(COUNT.most * expected),
  };
  return mostAgreeable(logOdds, range, TASTE);
};

/** Log odds of a section beginning before each turn; entry 0 means nothing. */
export function boundaryLogOdds({ values, expected }: GapFeatures): Float64Array {
  const names = Object.keys(values);
  const turns = values[names[0] ?? '']?.length ?? 0;
  const odds = new Float64Array(turns).fill(INTERCEPT + Math.log(expected / Math.max(1, turns)));
  for (const name of names) {
    const weight = WEIGHTS[name] ?? 0;
    values[name]?.forEach((value, i) => {
      odds[i] = (odds[i] ?? 0) + weight * value;
    });
  }
  return odds;
}
