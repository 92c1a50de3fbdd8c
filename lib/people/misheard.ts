import { foldName, readName } from './person-name.ts';
import { isSlip } from './same-person.ts';

/** Consonants that sound alike, by their class in Russell's Soundex (1918); vowels, h, w and y are silent. */
const CLASS = new Map(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, i) =>
    [...letters].map((letter) => [letter, i + 1] as const),
  ),
);
/** Of the consonants of two surnames at most this share may differ. */
const MOST_OTHER = 0.5;

/**
 * Whom of those who are said to be there a full name means that a machine wrote down by ear: the only one
 * whose given name it has, but for a letter, and whose surname sounds much like it ("Peter Wooley" is
 * Pieter Wuille). Null where nobody is, or more than one.
 */
export function heardAs<P extends { name: string }>(name: string, people: readonly P[]): P | null {
  const [given = '', ...rest] = readName(name).words;
  if (rest.length === 0) return null;
  const alike = people.filter((person) => {
    const [own = '', ...surname] = readName(person.name).words;
    return surname.length > 0 && (own === given || isSlip(own, given));
  });
  const [only] = alike;
  if (!only || alike.length > 1) return null;
  const [mine, yours] = [rest, readName(only.name).words.slice(1)].map(soundOf);
  if (!mine || !yours || mine[0] !== yours[0]) return null;
  return distance(mine, yours) <= MOST_OTHER * Math.max(mine.length, yours.length) ? only : null;
}

/** The classes of a name's consonants, one for a run of the same; 0 for a vowel that it begins with. */
function soundOf(words: readonly string[]): number[] {
  const sound: number[] = [];
  let before = -1;
  for (const [i, letter] of [...foldName(words.join(''))].entries()) {
    const own = CLASS.get(letter) ?? 0;
    if (own !== before && (own !== 0 || i === 0)) sound.push(own);
    before = own;
  }
  return sound;
}

/** Levenshtein's. */
function distance(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (const [i, own] of a.entries()) {
    const next = [i + 1];
    for (const [k, other] of b.entries()) {
      const replaced = (row[k] ?? 0) + (own === other ? 0 : 1);
      next.push(Math.min(replaced, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
