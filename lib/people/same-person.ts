import { foldName, type PersonName, readName } from './person-name.ts';

/**
 * What two spellings within one show say of each other:
 * - `same`: spellings of one name. Case, diacritics, titles, degrees and white space do not count; a
 *   middle initial may be missing or stand for its word; a nickname that one of them spells out between
 *   given name and surname (Shawn “Swyx” Wang) stands for the given name or for the whole.
 * - `perhaps`: likely enough to ask the owner, never enough to merge: a given name alone, a short or
 *   mistyped form, a middle name that is missing, a name in brackets at the end.
 * - `different`: everything else.
 */
export type Likeness = 'same' | 'perhaps' | 'different';

/**
 * Compares two spellings. Reflexive and symmetric, and two names that both have a surname are `same` only
 * where the surnames are equal. It is not transitive: “John Smith” is the same as “John A. Smith” and as
 * “John B. Smith”. Who merges must look at all spellings together (see `resolve-people.ts`).
 */
export function likeness(one: string, other: string): Likeness {
  return foldName(one) === foldName(other) ? 'same' : likenessOf(readName(one), readName(other));
}

/** The same for names that were taken apart already. */
export function likenessOf(a: PersonName, b: PersonName): Likeness {
  if (contradicts(a, b)) return 'different';
  if (a.words.length === 0 || b.words.length === 0) return 'different';
  if (a.words.length === 1 || b.words.length === 1) return likenessOfOne(a, b);
  return likenessOfFull(a, b);
}

/** Whether one has another middle initial, nickname or suffix than the other. */
export function contradicts(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return true;
  const bothNicknamed = a.nicknames.length > 0 && b.nicknames.length > 0;
  if (bothNicknamed && !a.nicknames.some((nickname) => b.nicknames.includes(nickname))) return true;
  const [mine, yours] = [middle(a), middle(b)];
  return mine.length > 0 && yours.length > 0 && !agree(mine, yours);
}

function likenessOfOne(a: PersonName, b: PersonName): Likeness {
  const [short, long] = a.words.length === 1 ? [a, b] : [b, a];
  const word = short.words[0] ?? '';
  if (long.words.length === 1) {
    if (short.surnameOnly !== long.surnameOnly) return 'different';
    return word === long.words[0] ? 'same' : 'different';
  }
  if (short.surnameOnly) return word === surname(long) ? 'perhaps' : 'different';
  if (long.nicknames.includes(word)) return 'same';
  const parts = [long.words[0], surname(long), ...long.bracketed];
  return parts.includes(word) ? 'perhaps' : 'different';
}

function likenessOfFull(a: PersonName, b: PersonName): Likeness {
  const [mine, yours] = [a.words[0] ?? '', b.words[0] ?? ''];
  const given = mine === yours || a.nicknames.includes(yours) || b.nicknames.includes(mine);
  if (surname(a) !== surname(b)) {
    return given && isSlip(surname(a), surname(b)) ? 'perhaps' : 'different';
  }
  if (given) {
    const left = middle(a).length > 0 ? middle(a) : middle(b);
    const missing = middle(a).length === 0 || middle(b).length === 0;
    // A whole middle name that is missing may be half of a surname.
    if (missing && left.some((word) => word.length > 1)) return 'perhaps';
    return a.suffix === b.suffix ? 'same' : 'perhaps';
  }
  const short = mine.startsWith(yours) || yours.startsWith(mine);
  return short || isSlip(mine, yours) ? 'perhaps' : 'different';
}

const surname = ({ words }: PersonName): string => words.at(-1) ?? '';
const middle = ({ words }: PersonName): readonly string[] => words.slice(1, -1);

/** Middle names word by word; an initial fits its word. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every((word, i) => {
      const other = b[i] ?? '';
      return word === other || isInitialOf(word, other) || isInitialOf(other, word);
    })
  );
}

const isInitialOf = (initial: string, word: string) =>
  initial.length === 1 && word.startsWith(initial);

/** One letter added, left out or put in place of another, in a word of at least four. */
export function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length < 4 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.slice(short.length === long.length ? at + 1 : at);
  return rest === long.slice(at + 1);
}
