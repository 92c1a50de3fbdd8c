import { isCourtesy, isQuestion } from './sentence-form.ts';
import { inverseFrequencies } from './similarity.ts';
import type { Statement } from './statements.ts';
import type { Claim } from './understanding.ts';

/** A claim is told again in other words; so many terms are enough to know it by. */
const TERMS = 12;
/** “A river is a sea that cannot run away” has four. */
const LEAST_TERMS = 4;
/** One for about so many words of talk. */
const WORDS_PER_CLAIM = 80;

/**
 * The sentences that could be said again elsewhere, to link them over episodes: the most telling
 * ones (by the rarity of their terms in this conversation, long ones no better than short ones), in
 * order, terms by rarity.
 */
export function findClaims(statements: readonly Statement[]): Claim[] {
  const idf = inverseFrequencies(statements.map((s) => s.terms));
  const rarity = (term: string) => idf.get(term) ?? 0;
  const words = statements.reduce((sum, s) => sum + s.words.length, 0);
  return statements
    .flatMap(({ text, turn, start, end, terms: said }) => {
      if (isQuestion(text) || isCourtesy(text)) return [];
      const terms = [...new Set(said)]
        .sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1))
        .slice(0, TERMS);
      if (terms.length < LEAST_TERMS) return [];
      const weight = terms.reduce((sum, term) => sum + rarity(term), 0) / Math.sqrt(terms.length);
      return [{ claim: { turn, start, end, terms }, weight }];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, Math.ceil(words / WORDS_PER_CLAIM))
    .map(({ claim }) => claim)
    .sort((a, b) => a.turn - b.turn || a.start - b.start);
}
