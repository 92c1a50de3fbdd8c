import type { Statement } from './statements.ts';
import { GENERAL_WORDS, STOP_WORDS } from './stop-words.ts';
import type { TermOf, Word } from './words.ts';

/** A run of content words as it stands in a sentence. */
export interface Phrase {
  /** The terms of its words, joined: equal for "world model" and "world models". */
  key: string;
  text: string;
  words: number;
  statement: Statement;
}

const MOST_WORDS = 4;

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const BEFORE_NOUN = list(`
a an the this that these those of in for with on our your their its my his her some any by from
into about no every each another both all other between like called via per
`);
const BEFORE_VERB = list(`
to i you we they he she it can will would could should may might must dont didnt doesnt not lets
who ill youll well theyll cant wont id youd just never also please
`);
const AFTER_VERB = list(
  `the a an it them you us me him this that these those my your our their up out`,
);
const AFTER_NOUN = list(`is are was were has have had can will would of and or that which for in`);

/** For each word, how much its neighbours say that it is a verb: below 0 noun, above 0 verb. */
export type Verbness = (key: string) => number;

/**
 * Judges every word of a conversation by the company it keeps: "to train the" speaks for a verb,
 * "the model is" for a noun. A stand-in for a tagger, learnt from the conversation itself.
 */
export function readVerbness(statements: readonly Statement[]): Verbness {
  const evidence = new Map<string, number>();
  for (const { words } of statements) {
    words.forEach((word, i) => {
      if (STOP_WORDS.has(word.key)) return;
      const before = words[i - 1]?.key ?? '';
      const after = words[i + 1]?.key ?? '';
      let sum = 0;
      if (BEFORE_NOUN.has(before)) sum -= 1;
      if (BEFORE_VERB.has(before)) sum += 1;
      if (AFTER_VERB.has(after)) sum += 0.5;
      if (AFTER_NOUN.has(after)) sum -= 0.3;
      if (sum !== 0) evidence.set(word.key, (evidence.get(word.key) ?? 0) + sum);
    });
  }
  return (key) => evidence.get(key) ?? 0;
}

/** All runs of one to four content words that could be the name of something. */
export function phrasesOf(statement: Statement, termOf: TermOf, verbness: Verbness): Phrase[] {
  const { words, text, start } = statement;
  const found: Phrase[] = [];
  let run: Word[] = [];
  const close = () => {
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + MOST_WORDS); to++) {
        const members = run.slice(from, to);
        const first = members[0];
        const last = members[members.length - 1];
        if (!first || !last || !mayOpen(first, verbness) || !mayClose(last, verbness)) continue;
        if (new Set(members.map((w) => w.key)).size < members.length) continue;
        found.push({
          key: members.map((w) => termOf(w.key) ?? w.key).join(' '),
          text: text.slice(first.start - start, last.end - start),
          words: members.length,
          statement,
        });
      }
    }
    run = [];
  };
  for (const word of words) {
    const last = run[run.length - 1];
    const joined = last && /^[ -]$/.test(text.slice(last.end - start, word.start - start));
    if (last && !joined) close();
    if (termOf(word.key) === null) close();
    else run.push(word);
  }
  close();
  return found;
}

const isName = (word: Word) => /\p{Lu}/u.test(word.text.slice(1)) || /^\p{Lu}/u.test(word.text);

function mayOpen(word: Word, verbness: Verbness): boolean {
  if (/^\p{N}/u.test(word.key)) return false;
  return verbness(word.key) <= 1 && !(word.key.endsWith('ly') && !isName(word));
}

function mayClose(word: Word, verbness: Verbness): boolean {
  if (GENERAL_WORDS.has(word.key)) return false;
  if (/^(?:\p{Ll}+(?:ed|ly|ful|ous|able|ible|ive|ical))$/u.test(word.text)) return false;
  return verbness(word.key) <= 0.5;
}
