import type { Statement } from '../statements.ts';

const BLOCKS = 20;
/** Share of the blocks a word must be in; topics come and go, function words do not. */
const EVERYWHERE = 0.7;
const FEWEST_WORDS = 2_000;

/**
 * Tells the function words of a conversation in a language without a stop list: words of up to
 * three Latin letters, words of Hiragana alone, and words spread over nearly the whole of it, as
 * function words are and topics are not.
 */
export function commonWords(statements: readonly Statement[]): (key: string) => boolean {
  const total = statements.reduce((sum, { words }) => sum + words.length, 0);
  const blocks = new Map<string, { seen: number; last: number; capital: number; all: number }>();
  let position = 0;
  for (const { words } of statements) {
    words.forEach((word, i) => {
      const block = Math.floor((position++ / Math.max(1, total)) * BLOCKS);
      const known = blocks.get(word.key) ?? { seen: 0, last: -1, capital: 0, all: 0 };
      if (known.last !== block) known.seen++;
      known.last = block;
      if (i > 0) known.all++;
      if (i > 0 && /^\p{Lu}/u.test(word.text)) known.capital++;
      blocks.set(word.key, known);
    });
  }
  return (key) => {
    if (/^[\p{Script=Hiragana}ー]+$/u.test(key)) return true;
    const known = blocks.get(key);
    const name = known !== undefined && known.capital * 2 > known.all;
    if (/^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]{1,3}$/u.test(key)) return !name;
    return total >= FEWEST_WORDS && !name && (known?.seen ?? 0) >= EVERYWHERE * BLOCKS;
  };
}
