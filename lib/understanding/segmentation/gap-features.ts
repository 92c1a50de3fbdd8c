import type { Conversation } from '../understanding.ts';
import { termTurns } from '../words.ts';
import { readSigns } from './conversation-signs.ts';
import { boundaryChances, placement, splitGains, type TermStream, toStream } from './lexical.ts';

/** What speaks for or against a new section at the gap before each turn; entry 0 means nothing. */
export interface GapFeatures {
  values: Record<string, Float64Array>;
  /** How many sections a conversation of that many terms and turns has, on average. */
  expected: number;
}

/**
 * Sections = 1.12 × e^a × terms^b × turns^c, fitted on the tuning half of the gold data
 * (tests/bench/fit-segmentation.ts): people cut longer talk into more sections, but not in proportion,
 * and quick exchanges into fewer.
 */
const COUNT = { scale: 0.422, terms: 0.519, turns: -0.207, most: 1.12 };

/** Reads all features. Near-linear in the words. */
export function gapFeatures(conversation: Conversation): GapFeatures {
  const { turns, language } = conversation;
  const stream = toStream(
    termTurns(
      turns.map(({ text }) => text),
      language,
    ),
  );
  const expected = expectedSections(stream, turns.length);
  const values: Record<string, Float64Array> = { ...readSigns(conversation) };
  for (const reach of [25, 60, 150]) values[`split${reach}`] = standard(splitGains(stream, reach));
  const { fits, introduces } = placement(stream, 200);
  values.introduces = standard(introduces);
  values.introducesAfter = standard(shifted(introduces, 1));
  values.fitsBefore = standard(shifted(fits, -1));
  const longest = Math.max(400, (5 * stream.terms.length) / expected);
  for (const temper of [0.1, 0.3]) {
    values[`chance${temper}`] = logit(boundaryChances(stream, expected, temper, longest));
  }
  return { values, expected };
}

function expectedSections(stream: TermStream, turns: number): number {
  const terms = Math.max(1, stream.terms.length);
  const expected =
    COUNT.most * COUNT.scale * terms ** COUNT.terms * Math.max(1, turns) ** COUNT.turns;
  return Math.max(1, Math.min(turns, expected));
}

const shifted = (values: Float64Array, by: number) => values.map((_, i) => values[i + by] ?? 0);

/** In standard deviations from the mean over the conversation, cut off where they say no more. */
function standard(values: Float64Array): Float64Array {
  const own = values.subarray(1);
  const mean = own.reduce((sum, v) => sum + v, 0) / Math.max(1, own.length);
  const variance = own.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, own.length);
  const scale = Math.sqrt(variance) + 1e-9;
  return values.map((v, i) => (i === 0 ? 0 : Math.max(-3, Math.min(5, (v - mean) / scale))));
}

const logit = (chances: Float64Array) =>
  chances.map((chance) => {
    const p = Math.max(1e-4, Math.min(1 - 1e-4, chance));
    return Math.log(p / (1 - p));
  });
