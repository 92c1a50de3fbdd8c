import { random } from './corpus.ts';

/** Kinds of queries that people send, each with what it is called. */
export type QueryKinds = Record<string, string[]>;

const COMMON = 20;
/** Frequent enough to be found, rare enough to be typed. */
const MIDDLE = [200, 5_000] as const;

/** The same queries for every engine. `texts` are passages, from which phrases are taken. */
export function makeQueries(
  words: readonly string[],
  texts: readonly string[],
  count: number,
): QueryKinds {
  const next = random(99);
  const from = (low: number, high: number) => words[low + Math.floor(next() * (high - low))] ?? '';
  const many = (make: () => string) => Array.from({ length: count }, make);
  const long = () => {
    for (;;) {
      const word = from(...MIDDLE);
      if (word.length >= 6) return word;
    }
  };
  return {
    'one word': many(() => from(...MIDDLE)),
    'two words': many(() => `${from(50, 1_000)} ${from(50, 1_000)}`),
    'prefix, 4 letters': many(() => long().slice(0, 4)),
    phrase: many(() => {
      const said = (texts[Math.floor(next() * texts.length)] ?? '').replace('.', '').split(' ');
      const start = Math.floor(next() * Math.max(1, said.length - 3));
      return `"${said.slice(start, start + 3).join(' ')}"`;
    }),
    'one typo': many(() => mistype(long(), next)),
    'a very common word': many(() => from(0, COMMON)),
  };
}

/** Swaps two letters, not the first. */
function mistype(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (word.length - 2));
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
