import type { Statement } from './statements.ts';
import { VAGUE_NOUNS } from './titles/vague-words.ts';
import type { Kind } from './titles/word-kinds.ts';
import type { TermOf, Word } from './words.ts';

/** Words as they stand in a sentence that could be the name of something. */
export interface Phrase {
  /** Its terms, joined: equal for "world model" and "world models". */
  key: string;
  /** Terms of its content words, in order. */
  terms: string[];
  text: string;
  words: number;
  /** Position of its first word in the statement. */
  at: number;
  /** Has a preposition, an article or "and" inside: "state of Bitcoin mining". */
  linked: boolean;
}

const MOST_WORDS = 4;
/** Words on either side of a preposition. */
const MOST_BESIDE = 3;

/** “In favor of”, “in terms of”: nouns that only lead to another. */
const OPENS_NO_LINK: ReadonlySet<string> = new Set(
  'favor favour behalf front spite top terms name sake regard respect line number couple sort kind type part way ways lot ton bunch case example instance addition rest'.split(
    ' ',
  ),
);

interface Core {
  from: number;
  to: number;
}

/**
 * All noun phrases of a statement (adjectives, nouns and gerunds that end in a noun), and those
 * that a preposition joins as they stand: after the part-of-speech patterns of Justeson & Katz
 * (1995), "Technical terminology". At most a few for each word.
 */
export function phrasesOf(statement: Statement, kinds: readonly Kind[], termOf: TermOf): Phrase[] {
  const { words } = statement;
  const found: Phrase[] = [];
  const add = (from: number, to: number, linked: boolean) => {
    const phrase = phraseOf(statement, kinds, from, to, linked, termOf);
    if (phrase) found.push(phrase);
  };
  const cores = coresOf(statement, kinds);
  for (const { from, to } of cores) add(from, to, false);

  const longestFrom = new Map<number, number>();
  for (const { from, to } of cores) {
    if (to - from <= MOST_BESIDE) longestFrom.set(from, Math.max(to, longestFrom.get(from) ?? 0));
  }
  const join = (from: number, next: number) => {
    const kind = kinds[next];
    const gerund = next === from + 1 && kinds[from] === 'gerund';
    if (kind !== 'link' && kind !== 'and' && !(gerund && kind === 'article')) return;
    if (next === from + 1 && OPENS_NO_LINK.has(words[from]?.key ?? '')) return;
    const start = kind !== 'article' && kinds[next + 1] === 'article' ? next + 2 : next + 1;
    const to = longestFrom.get(start);
    if (to === undefined || (kind === 'and' && start !== next + 1)) return;
    for (let i = from; i + 1 < to; i++) if (!adjacent(statement, i)) return;
    add(from, to, true);
  };
  for (const { from, to } of cores) if (to - from <= MOST_BESIDE) join(from, to);
  words.forEach((_, i) => {
    if (kinds[i] === 'gerund') join(i, i + 1);
  });
  return found;
}

/** True where nothing but a space or a hyphen is between a word and the next. */
function adjacent({ words, text, start }: Statement, i: number): boolean {
  const word = words[i];
  const next = words[i + 1];
  if (!word || !next) return false;
  return /^[ -]?$/.test(text.slice(word.end - start, next.start - start));
}

function coresOf(statement: Statement, kinds: readonly Kind[]): Core[] {
  const found: Core[] = [];
  const { words } = statement;
  for (let from = 0; from < words.length; from++) {
    if (!mayOpen(kinds[from])) continue;
    for (let to = from + 1; to <= from + MOST_WORDS; to++) {
      if (to > from + 1 && !(adjacent(statement, to - 2) && mayFollow(kinds, to - 1))) break;
      if (mayClose(words, kinds, from, to - 1)) found.push({ from, to });
    }
  }
  return found;
}

const mayOpen = (kind: Kind | undefined) =>
  kind === 'noun' || kind === 'adjective' || kind === 'gerund';

function mayFollow(kinds: readonly Kind[], i: number): boolean {
  const kind = kinds[i];
  if (kind === 'adjective') return kinds[i - 1] === 'adjective' || kinds[i - 1] === 'gerund';
  return kind === 'noun' || kind === 'gerund' || (kind === 'number' && kinds[i - 1] === 'noun');
}

const hasCapital = (word: Word | undefined) => /\p{Lu}/u.test(word?.text ?? '');

function mayClose(words: readonly Word[], kinds: readonly Kind[], from: number, i: number) {
  const word = words[i];
  if (!word) return false;
  if (/['’]s$/.test(word.text)) return false;
  if (kinds[i] === 'number') return i > from && hasCapital(words[i - 1]) && word.text.length <= 4;
  if (kinds[i] === 'gerund')
    return i > from && kinds[i - 1] !== 'gerund' && kinds[i + 1] !== 'article';
  if (kinds[i] !== 'noun') return false;
  return hasCapital(word) || !VAGUE_NOUNS.has(word.key) || i > from;
}

function phraseOf(
  statement: Statement,
  kinds: readonly Kind[],
  from: number,
  to: number,
  linked: boolean,
  termOf: TermOf,
): Phrase | null {
  const members = statement.words.slice(from, to);
  const first = members[0];
  const last = members[members.length - 1];
  if (!first || !last) return null;
  const terms: string[] = [];
  members.forEach(({ key }, i) => {
    const kind = kinds[from + i];
    if (kind !== 'link' && kind !== 'and' && kind !== 'article') terms.push(termOf(key) ?? key);
  });
  if (new Set(terms).size < terms.length) return null;
  const key = linked ? members.map((w) => termOf(w.key) ?? w.key).join(' ') : terms.join(' ');
  const text = statement.text.slice(first.start - statement.start, last.end - statement.start);
  return { key, terms, text, words: members.length, at: from, linked };
}
