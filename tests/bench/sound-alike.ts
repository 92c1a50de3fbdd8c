/**
 * Sound-alikes for the benches, as machines mishear: they write a name that they never saw as other
 * words that they know, in one word or two, or spell it as it sounds. Everything here goes by the
 * letter-to-sound rules of English (after Elovitz et al., NRL Report 7948, 1976) and by the words of the
 * corpus. The search's own sound code (Double Metaphone, which knows no vowels) has no part in it, and
 * must not have: a search would only find again what it made itself.
 */

/** Spellings that are read alike. A letter that none of them changes stays. */
const CONSONANTS: readonly [RegExp, string][] = [
  [/^kn/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 'z'],
  [/^wh/, 'w'],
  [/ph/, 'f'],
  [/tion$/, 'shun'],
  [/sch/, 'sh'],
  [/ck/, 'k'],
  [/(?<=[aeiou])ch$/, 'tch'],
  [/qu/, 'kw'],
  [/x$/, 'cks'],
  [/(?<=[aeiou])x(?=[aeiou])/, 'ks'],
  [/(?<!s)c(?=[eiy])/, 's'],
  [/c(?=[aourlt]|$)/, 'k'],
  [/(?<=[aeiou])ge$/, 'dge'],
  [/([bdfglmnprst])\1/, '$1'],
  [/(?<=[aeiou])([flmnt])(?=[aeiou])/, '$1$1'],
  // Taken for each other at the end and between vowels.
  [/d$/, 't'],
  [/b$/, 'p'],
  [/z/, 's'],
  [/(?<=[aeiou])v(?=[aeiou])/, 'f'],
];
const VOWELS: readonly [RegExp, string][] = [
  [/ee|ea/, 'ie'],
  [/ie(?=[^aeiou])/, 'ee'],
  [/oo/, 'u'],
  [/ou|ow/, 'au'],
  [/ai|ay|ei/, 'a'],
  [/(?<=[^aeiou])(er|or|ar)$/, 'a'],
  [/y$/, 'ie'],
  [/igh/, 'ie'],
  [/(?<=[aeiou][bdklmnprt])e$/, ''],
  // Vowels without stress are heard as any other.
  [/(?<=[^aeiouy])a(?=[^aeiouyw]+[aeiouy])/, 'e'],
  [/(?<=[^aeiouy])e(?=[^aeiouyw]+[aeiouy])/, 'i'],
  [/(?<=[^aeiouy])i(?=[^aeiouyw]+[aeiouy])/, 'e'],
  [/(?<=[^aeiouy])o(?=[^aeiouyw]+[aeiouy])/, 'a'],
  [/(?<=[^aeiouy])u(?=[^aeiouyw]+[aeiouy])/, 'a'],
];
const CHANGES = [2, 3] as const;
/** Spellings that say the same are taken together, longer ones first; vowels keep three colours. */
const READ: readonly [RegExp, string][] = [
  [/^kn/g, 'n'],
  [/^wr/g, 'r'],
  [/^x/g, 'z'],
  [/wh/g, 'w'],
  [/tion/g, 'shn'],
  [/sch/g, 'sh'],
  [/ph/g, 'f'],
  [/ght/g, 't'],
  [/tch/g, 'ch'],
  [/ck/g, 'k'],
  [/qu/g, 'kw'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/g(?=[ei])/g, 'j'],
  [/(?<=[^aeiou])e$/g, ''],
  [/[aeiouyw]*[eiy][aeiouyw]*/g, 'i'],
  [/[aeouw]*[ou][aeouw]*/g, 'o'],
  [/a+/g, 'a'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
];
const LEAST_LETTERS = 3;

/** How a word is read, roughly: words that are read alike have one reading. */
export function reading(word: string): string {
  return READ.reduce((read, [from, to]) => read.replace(from, to), word);
}

/**
 * Another spelling of what a word sounds like, with two or three changes, at most one of them a vowel's;
 * null where the rules know none. `next` gives numbers from 0 to 1.
 */
export function soundAlike(word: string, next: () => number): string | null {
  const wanted = CHANGES[0] + Math.floor(next() * (CHANGES[1] - CHANGES[0] + 1));
  const rules = shuffled(
    [
      ...CONSONANTS.map((rule) => ({ rule, vowel: false })),
      ...VOWELS.map((rule) => ({ rule, vowel: true })),
    ],
    next,
  );
  let heard = word;
  let [changes, vowels] = [0, 0];
  for (const { rule, vowel } of rules) {
    if (changes === wanted) break;
    if (vowel && vowels > 0) continue;
    const changed = heard.replace(rule[0], rule[1]);
    if (changed === heard) continue;
    heard = changed;
    changes++;
    if (vowel) vowels++;
  }
  return changes >= CHANGES[0] && heard !== word && heard.length >= LEAST_LETTERS ? heard : null;
}

/** Mishears words by the words that a machine knows. */
export interface Mishearing {
  /** Another word, or two, that are read like the word; null where the machine knows none. */
  otherWords(word: string, next: () => number): string | null;
}

/** `known` are the words that a machine knows and would write. */
export function mishearing(known: Iterable<string>): Mishearing {
  const byReading = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < LEAST_LETTERS || !/^[a-z]+$/.test(word)) continue;
    const read = reading(word);
    const own = byReading.get(read);
    if (own) own.push(word);
    else byReading.set(read, [word]);
  }
  return {
    otherWords(word, next) {
      const read = reading(word);
      const heard = (byReading.get(read) ?? []).filter((other) => other !== word);
      for (let at = 2; at + 2 <= read.length; at++) {
        for (const first of byReading.get(read.slice(0, at)) ?? []) {
          for (const second of byReading.get(read.slice(at)) ?? [])
            heard.push(`${first} ${second}`);
        }
      }
      return heard[Math.floor(next() * heard.length)] ?? null;
    },
  };
}

/** Fisher & Yates. */
export function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const [a, b] = [mixed[i], mixed[j]];
    if (a === undefined || b === undefined) continue;
    [mixed[i], mixed[j]] = [b, a];
  }
  return mixed;
}
