import type { Statement } from '../statements.ts';
import type { TermOf } from '../words.ts';
import type { Phrasing } from './phrasing.ts';
import { type Cue, type Seen, type Told, tally } from './tally.ts';
import { VAGUE_NOUNS, VAGUE_OPENERS } from './vague-words.ts';
import { WEIGHTS } from './weights.ts';

/** A phrase that may name a section, with what speaks for it. */
export interface Topic {
  key: string;
  text: string;
  terms: readonly string[];
  words: number;
  linked: boolean;
  score: number;
  /** How often it is said in the section and in the rest of the episode. */
  here: number;
  elsewhere: number;
  /** The whole episode says it nearly as often. */
  usual: boolean;
  asked: Cue | null;
  /** Position of the turn that says it first. */
  firstTurn: number;
}

/**
 * What each section could be called, in no order. A phrase weighs what its terms weigh (class-based
 * TF-IDF, Grootendorst 2022: how often in this section against the rest of the episode), more where
 * it recurs as a whole, and most where the section opens with it or with a question about it:
 * people announce what they are going to talk about. Linear in the text.
 */
export function readTopics(
  statements: readonly Statement[],
  sections: number,
  termOf: TermOf,
  phrasing: Phrasing,
): Topic[][] {
  const counts = tally(statements, sections, phrasing);
  const vague = new Set([...VAGUE_NOUNS].map((word) => termOf(word) ?? word));
  const total = counts.reduce((sum, { size }) => sum + size, 0);
  return counts.map((told) => {
    const weight = termWeights(told, phrasing, total, vague);
    const topics: Topic[] = [];
    for (const [key, seen] of told.phrases) {
      const elsewhere = (phrasing.phrases.get(key) ?? 0) - seen.count;
      const fit = phrasing.isPerson(seen.sample.text) ? 0 : fitness(seen, elsewhere);
      if (fit === 0) continue;
      const text = phrasing.textOf(key);
      const distinct = lift(seen.count, elsewhere, told.size, total);
      const power = seen.sample.words === 1 ? WEIGHTS.singleLift : WEIGHTS.phraseLift;
      const usual = elsewhere > 3 && distinct < USUAL;
      const score =
        fit *
        scoreOf(seen, text, weight, told.size) *
        distinct ** power *
        (usual ? WEIGHTS.usual : 1);
      const { terms, words, linked } = seen.sample;
      const { count: here, asked, firstTurn } = seen;
      const said = { here, elsewhere, usual, asked, firstTurn };
      topics.push({ key, text, terms, words, linked, score, ...said });
    }
    return topics;
  });
}

/** Lift of what is said twice as often in a section as elsewhere. */
const USUAL = Math.log(1 + 2);

/** A single word should be a name or recur; a phrase recur, be a name, or be asked for. 0 where it never names. */
function fitness({ sample, count, asked }: Seen, elsewhere: number): number {
  const name = /\p{Lu}/u.test(sample.text);
  const first = sample.text.split(/[ -]/)[0]?.toLowerCase() ?? '';
  if (sample.words === 1) {
    if (VAGUE_NOUNS.has(first)) return 0;
    return name || count > 1 ? 1 : WEIGHTS.rare;
  }
  return sample.linked || name || asked !== null || count + elsewhere > 1 ? 1 : WEIGHTS.rare;
}

function scoreOf(
  { sample, count, turns, before, asked }: Seen,
  text: string,
  weight: (term: string) => number,
  size: number,
): number {
  const sum = sample.terms.reduce((s, term) => s + weight(term), 0);
  const parts = text.toLowerCase().split(/[ -]/);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  return (
    (sum / sample.terms.length ** WEIGHTS.length) *
    (1 + WEIGHTS.often * Math.log(count)) *
    (1 + WEIGHTS.opening * Math.min(1, WEIGHTS.long / size) * Math.exp(-before / WEIGHTS.early)) *
    (asked ? (asked.how === 'asked' ? WEIGHTS.asked : WEIGHTS.raised) : 1) *
    (sample.linked ? WEIGHTS.linked : 1) *
    (sample.words === 1 ? WEIGHTS.single : 1) *
    (turns > 1 ? WEIGHTS.turns : 1) *
    (count === 1 ? WEIGHTS.once : 1) *
    (VAGUE_OPENERS.has(first) ? WEIGHTS.vagueStart : 1) *
    (VAGUE_NOUNS.has(last) && count < 3 ? WEIGHTS.vagueEnd : 1)
  );
}

function termWeights(
  { terms: here, size }: Told,
  { terms }: Phrasing,
  total: number,
  vague: ReadonlySet<string>,
) {
  const known = new Map<string, number>();
  return (term: string): number => {
    const cached = known.get(term);
    if (cached !== undefined) return cached;
    const count = here.get(term) ?? 0;
    const rest = (terms.get(term) ?? 0) - count;
    const general = vague.has(term) ? WEIGHTS.general : 1;
    const weight =
      general * Math.log(1 + count) * lift(count, rest, size, total) ** WEIGHTS.termLift;
    known.set(term, weight);
    return weight;
  };
}

/** How much more often something is said in a section than the rest of the episode leads one to expect. */
function lift(count: number, rest: number, size: number, total: number): number {
  const expected = ((rest + 0.5) / Math.max(1, total - size)) * Math.max(1, size);
  return Math.log(1 + count / Math.max(0.2, expected));
}
