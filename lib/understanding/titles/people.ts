import type { Phrase } from '../phrases.ts';
import type { Statement } from '../statements.ts';

/** True where a phrase is said to somebody: "Sure, Adam." or "Sean, what do you think?" */
export function isAddress({ words, text, start }: Statement, phrase: Phrase): boolean {
  if (phrase.words > 2 || !/^\p{Lu}/u.test(phrase.text)) return false;
  const first = words[phrase.at];
  const last = words[phrase.at + phrase.words - 1];
  if (!first || !last) return false;
  const before = text.slice(0, first.start - start).trimEnd();
  const after = text.slice(last.end - start).trimStart();
  const opens = before === '' || before.endsWith(',');
  return opens && /^[,?!.]/.test(after) && !(before === '' && after.length < 2);
}

/**
 * Tells the names of the people in the room, whole or in part, as their labels give them and as
 * they call each other: a title that says "Sean" says nothing.
 */
export function personReader(
  statements: readonly Statement[],
  people: readonly string[],
): (text: string) => boolean {
  const known = new Set<string>();
  for (const name of people) {
    for (const part of name.toLowerCase().split(/[^\p{L}\p{M}\p{N}'’-]+/u)) {
      if (part.length > 1) known.add(part);
    }
  }
  const called = new Map<string, { address: number; all: number }>();
  for (const statement of statements) {
    statement.words.forEach((word, i) => {
      if (!/^\p{Lu}\p{Ll}+$/u.test(word.text)) return;
      const count = called.get(word.key) ?? { address: 0, all: 0 };
      count.all++;
      const sample = { key: '', terms: [], text: word.text, words: 1, at: i, linked: false };
      if (i > 0 && isAddress(statement, sample)) count.address++;
      called.set(word.key, count);
    });
  }
  for (const [key, { address, all }] of called) {
    if (address > 1 && address * 3 > all) known.add(key);
  }
  return (text) =>
    text.split(' ').every((word) => known.has(word.toLowerCase().replace(/['’]s$/, '')));
}
