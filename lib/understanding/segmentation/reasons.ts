import type { GapFeatures } from './gap-features.ts';
import { WEIGHTS } from './weights.ts';

/** What the features say, in words; several say the same. */
const SAYINGS: Readonly<Record<string, string>> = {
  split25: 'the words change',
  split60: 'the words change',
  split150: 'the words change',
  'chance0.1': 'the words change',
  'chance0.3': 'the words change',
  introduces: 'words come up here that stay',
  introducesAfter: 'words come up here that stay',
  fitsBefore: 'the turn before it belongs to what was said earlier',
  so: 'it opens with “so”',
  now: 'it opens with a word such as “now” or “next”',
  shift: 'it announces something new',
  shiftBefore: 'something new is announced just before',
  asks: 'a question is asked',
  askedWithin: 'a question is asked',
  asksAfter: 'a question follows',
  lengthAfter: 'a long turn follows',
  longAfterLull: 'a long turn follows short ones',
  short: 'it opens with a word or two',
  thanksBefore: 'what came before ends in thanks',
  welcome: 'it greets or introduces',
  floor: 'the floor is shared differently from here on',
};

/** Below this, in log odds, a reason is not worth telling. */
const WORTH_TELLING = 0.15;

/** Why a section begins at turn `at`, in one sentence: the strongest reasons first. */
export function boundaryReason({ values }: GapFeatures, at: number): string {
  if (at === 0) return 'The conversation begins here.';
  const sums = new Map<string, number>();
  for (const [name, own] of Object.entries(values)) {
    const saying = SAYINGS[name];
    if (saying === undefined) continue;
    sums.set(saying, (sums.get(saying) ?? 0) + (WEIGHTS[name] ?? 0) * (own[at] ?? 0));
  }
  const told = [...sums]
    .filter(([, weight]) => weight > WORTH_TELLING)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([saying]) => saying);
  if (told.length === 0) return 'No strong sign: the likeliest place for a change about here.';
  const sentence = told.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
