import { inverseFrequencies, type TermVector, weigh } from './similarity.ts';
import { readStatements, type Statement } from './statements.ts';
import type { Conversation, Topic } from './understanding.ts';
import { termReader } from './words.ts';

/** Words a minute in silent reading: the mean of 190 studies (Brysbaert, J. of Memory and Language 109, 2019). */
export const READING_PACE = 238;
/** A question up to so many words is read with its answer. */
const SHORT_QUESTION = 60;
/** How much a passage's length counts against it: 1 would take the short ones only. */
const LENGTH_COSTS = 0.75;
/** Fewer words say nothing by themselves. */
const LEAST_WORDS = 12;
/** A term that is covered already is worth so much less when it comes again. */
const AGAIN = 0.15;

/** A turn with the question it answers; read together or not at all. */
interface Exchange {
  turns: number[];
  terms: TermVector;
}

/**
 * The positions of the turns to read where there is time for `minutes` of them, in order: those that say
 * most of what the whole conversation is about in the fewest words. A budgeted maximum coverage of its
 * terms, taken greedily by what each exchange adds for its length (Lin & Bilmes, ACL 2011).
 */
export function densestTurns(
  conversation: Conversation,
  sections: readonly Pick<Topic, 'firstTurn' | 'lastTurn'>[],
  minutes: number,
): number[] {
  const statements = readStatements(conversation, sections, termReader(conversation.language));
  const idf = inverseFrequencies(statements.map(({ terms }) => terms));
  const words = conversation.turns.map(() => 0);
  const exchanges = readExchanges(statements, words, idf);
  // What is said once is no subject of the conversation.
  const worth = new Map<string, number>();
  for (const { terms } of exchanges) {
    for (const [term, weight] of terms) worth.set(term, (worth.get(term) ?? 0) + weight);
  }
  const times = new Map<string, number>();
  for (const { terms } of exchanges)
    for (const term of terms.keys()) times.set(term, (times.get(term) ?? 0) + 1);
  for (const [term, n] of times) if (n < 2) worth.delete(term);

  const left = new Map(worth);
  const taken = new Set<number>();
  const costOf = ({ turns }: Exchange) =>
    turns.reduce((sum, turn) => sum + (taken.has(turn) ? 0 : (words[turn] ?? 0)), 0);
  const gainOf = (exchange: Exchange) => {
    let sum = 0;
    for (const term of exchange.terms.keys()) sum += left.get(term) ?? 0;
    return sum / Math.max(1, costOf(exchange)) ** LENGTH_COSTS;
  };
  let budget = minutes * READING_PACE;
  // What an exchange adds only ever shrinks: what it added last is a bound, and few have to be asked again
  // (Minoux, "Accelerated greedy algorithms", 1978).
  const bounds = exchanges.map((exchange) =>
    (words[exchange.turns.at(-1) ?? -1] ?? 0) < LEAST_WORDS ? 0 : gainOf(exchange),
  );
  for (;;) {
    const at = highest(bounds);
    const exchange = exchanges[at];
    const bound = bounds[at] ?? 0;
    if (!exchange || bound <= 0) break;
    const gain = costOf(exchange) <= budget ? gainOf(exchange) : 0;
    bounds[at] = gain;
    if (gain < bound && gain < (bounds[highest(bounds)] ?? 0)) continue;
    if (gain <= 0) continue;
    budget -= costOf(exchange);
    for (const turn of exchange.turns) taken.add(turn);
    for (const term of exchange.terms.keys()) left.set(term, (left.get(term) ?? 0) * AGAIN);
    bounds[at] = 0;
  }
  return [...taken].sort((a, b) => a - b);
}

function highest(values: readonly number[]): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[at] ?? 0)) at = i;
  return at;
}

function readExchanges(
  statements: readonly Statement[],
  words: number[],
  idf: TermVector,
): Exchange[] {
  const turns = words.length;
  const terms = Array.from({ length: turns }, () => [] as string[]);
  const answers = new Set<number>();
  for (const statement of statements) {
    words[statement.turn] = (words[statement.turn] ?? 0) + statement.words.length;
    terms[statement.turn]?.push(...statement.terms);
    if (statement.answers) answers.add(statement.turn);
  }
  return terms.map((own, turn) => {
    const question = answers.has(turn) && (words[turn - 1] ?? 0) <= SHORT_QUESTION;
    const members = question ? [turn - 1, turn] : [turn];
    return { turns: members, terms: weigh(own, idf) };
  });
}
