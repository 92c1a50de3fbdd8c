import { forms } from '../../lib/search/normalise.ts';
import type { Passage } from '../../lib/search/passage.ts';
import { random } from './corpus.ts';
import type { Ask } from './search-systems.ts';
import { soundAlike } from './sound-alike.ts';

/** Kinds of queries that people send, each with what it is called. */
export type QueryKinds = Record<string, Ask[]>;

const COMMON = 20;
/** Frequent enough to be found, rare enough to be typed: ranks by frequency. */
const MIDDLE = [200, 5_000] as const;
/** Names and terms that a machine mishears. */
const RARE = [3_000, 20_000] as const;
/** The last page that can be asked for, of 20 hits each. */
const DEEP_PAGE = 50;

/**
 * The same queries for every system. `words` are the corpus's, the most frequent first; `passages` some
 * of it, from which phrases and speakers are taken.
 */
export function makeQueries(
  words: readonly string[],
  passages: readonly Passage[],
  count: number,
): QueryKinds {
  const next = random(99);
  const from = (low: number, high: number) => {
    const top = Math.min(high, words.length);
    const bottom = Math.min(low, top >> 1);
    return words[bottom + Math.floor(next() * (top - bottom))] ?? '';
  };
  const many = (make: () => Ask) => Array.from({ length: count }, make);
  const long = (low: number, high: number) => {
    for (;;) {
      const word = from(low, high);
      if (word.length >= 6 && !/\d/.test(word)) return word;
    }
  };
  const spoken = passages.filter(({ text }) => forms(text).length >= 3);
  const any = () => spoken[Math.floor(next() * spoken.length)];
  const misheard = () => {
    for (;;) {
      const heard = soundAlike(long(...RARE), next);
      if (heard) return heard;
    }
  };
  return {
    'one word': many(() => ({ text: from(...MIDDLE) })),
    'a very common word': many(() => ({ text: from(0, COMMON) })),
    'two words': many(() => ({ text: `${from(50, 1_000)} ${from(50, 1_000)}` })),
    'two common words': many(() => ({ text: `${from(0, COMMON)} ${from(0, COMMON)}` })),
    'prefix, 2 letters': many(() => ({ text: long(...MIDDLE).slice(0, 2), typing: true })),
    'prefix, 4 letters': many(() => ({ text: long(...MIDDLE).slice(0, 4), typing: true })),
    phrase: many(() => {
      const said = forms(any()?.text ?? '');
      const start = Math.floor(next() * Math.max(1, said.length - 2));
      return { text: `"${said.slice(start, start + 3).join(' ')}"` };
    }),
    'one typo': many(() => ({ text: mistype(long(...MIDDLE), next), fuzzy: true })),
    'one typo, typing on': many(() => {
      const word = mistype(long(...MIDDLE), next);
      return { text: word.slice(0, Math.max(5, word.length - 1)), typing: true, fuzzy: true };
    }),
    'a misheard word': many(() => ({ text: misheard(), fuzzy: true })),
    'a misheard word and two more': many(() => ({
      text: `${from(50, 1_000)} ${misheard()} ${from(50, 1_000)}`,
      fuzzy: true,
    })),
    'a speaker’s words': many(() => {
      const speaker = any()?.speakerSlug;
      return { text: `${from(50, 1_000)} ${from(50, 1_000)}`, ...(speaker ? { speaker } : {}) };
    }),
    [`page ${DEEP_PAGE}`]: many(() => ({ text: from(0, MIDDLE[0]), page: DEEP_PAGE })),
  };
}

/** Swaps two letters that differ, not the first; as it is where there are none. */
export function mistype(word: string, next: () => number): string {
  const places = [...word.slice(1, -1)].flatMap((letter, i) =>
    letter === word[i + 2] ? [] : [i + 1],
  );
  const at = places[Math.floor(next() * places.length)];
  if (at === undefined) return word;
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
