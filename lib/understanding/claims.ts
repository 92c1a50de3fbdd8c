import { isCourtesy, isQuestion } from './sentence-form.ts';
import { inverseFrequencies } from './similarity.ts';
import type { Statement } from './statements.ts';
import type { Claim } from './understanding.ts';

/** A claim is told again in other words; so many terms are enough to know it by. */
const TERMS = 12;
const LEAST_TERMS = 5;
/** One for about so many words of talk. */
const WORDS_PER_CLAIM = 130;

/** A story takes more than a sentence: statements of a turn are joined up to about so many words. */
const LEAST_WORDS = 28;
const MOST_SENTENCES = 4;

/**
 * What could be said again elsewhere, to link it over episodes: the most telling stretches of one to
 * four sentences (by the rarity of their terms in this conversation), in order, terms by rarity.
 */
export function findClaims(statements: readonly Statement[]): Claim[] {
  const idf = inverseFrequencies(statements.map((s) => s.terms));
  const rarity = (term: string) => idf.get(term) ?? 0;
  const words = statements.reduce((sum, s) => sum + s.words.length, 0);
  return stretches(statements)
    .flatMap((members) => {
      const [first, last] = [members[0], members.at(-1)];
      const terms = [...new Set(members.flatMap((s) => s.terms))]
        .sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1))
        .slice(0, TERMS);
      if (!first || !last || terms.length < LEAST_TERMS) return [];
      const weight = terms.reduce((sum, term) => sum + rarity(term), 0);
      return [{ claim: { turn: first.turn, start: first.start, end: last.end, terms }, weight }];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, Math.ceil(words / WORDS_PER_CLAIM))
    .map(({ claim }) => claim)
    .sort((a, b) => a.turn - b.turn || a.start - b.start);
}

/** Neighbouring sentences of a turn, joined until they are long enough to tell something. */
function stretches(statements: readonly Statement[]): Statement[][] {
  const found: Statement[][] = [];
  let open: Statement[] = [];
  let words = 0;
  const close = () => {
    if (words >= LEAST_WORDS / 2) found.push(open);
    open = [];
    words = 0;
  };
  for (const statement of statements) {
    if (open[0] && open[0].turn !== statement.turn) close();
    if (isQuestion(statement.text) || isCourtesy(statement.text)) {
      close();
      continue;
    }
    open.push(statement);
    words += statement.words.length;
    if (words >= LEAST_WORDS || open.length >= MOST_SENTENCES) close();
  }
  close();
  return found;
}
