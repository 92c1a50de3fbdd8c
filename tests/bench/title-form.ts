import type { Statement } from '../../lib/understanding/statements.ts';
import { STOP_WORDS } from '../../lib/understanding/stop-words.ts';

/** What any title must keep to, whatever it is about: 1 where it does, 0 where not. */
export interface Form {
  /** Two to seven words, or the phrase for how shows begin and end. */
  length: number;
  /** No other title of the episode is the same. */
  unique: number;
  /** Neither begins nor ends with a function word or in a number; a question may begin with one. */
  whole: number;
  /** Without the words people say while they think. */
  clear: number;
  /** Words after the first are written as in the middle of the episode's sentences. */
  cased: number;
}

/** For each lower-case word, how often the middle of sentences has it with capitals, and at all. */
export type Usage = ReadonlyMap<string, { capital: number; all: number }>;

/** Counts how words are written where no sentence begins. */
export function readUsage(statements: readonly Statement[]): Usage {
  const usage = new Map<string, { capital: number; all: number }>();
  for (const { words } of statements) {
    for (const { text } of words.slice(1)) {
      const known = usage.get(text.toLowerCase()) ?? { capital: 0, all: 0 };
      known.all++;
      if (/\p{Lu}/u.test(text)) known.capital++;
      usage.set(text.toLowerCase(), known);
    }
  }
  return usage;
}

const FILLERS = new Set(
  'uh um uhm hmm mm er yeah okay ok kind kinda lot lots stuff thing things bit sort like gonna'.split(
    ' ',
  ),
);

/** Judges one title among all those of its episode. */
export function formOf(title: string, all: readonly string[], usage: Usage): Form {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{N}'’._-]*/gu) ?? [];
  const keys = words.map((word) => word.toLowerCase().replace(/['’]/g, ''));
  const first = keys[0] ?? '';
  const last = keys.at(-1) ?? '';
  const fixed = title === 'Welcome and introduction' || title === 'Goodbye and thanks';
  const asks = title.endsWith('?');
  const same = all.filter((other) => other.toLowerCase() === title.toLowerCase()).length;
  const bare = (key: string) => key === '' || STOP_WORDS.has(key);
  const cased = words.slice(1).every((word) => {
    const known = usage.get(word.toLowerCase());
    if (!known || /^\p{N}/u.test(word)) return true;
    const capital = /\p{Lu}/u.test(word);
    return capital ? known.capital > 0 : known.capital < known.all;
  });
  return {
    length: Number(fixed || (words.length >= 2 && words.length <= 7)),
    unique: Number(same === 1),
    whole: Number(asks || fixed || (!bare(first) && !bare(last) && !/^\p{N}+$/u.test(first))),
    clear: Number(!keys.some((key) => FILLERS.has(key))),
    cased: Number(cased),
  };
}
