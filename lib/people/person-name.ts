/** A name taken apart. All words are folded: case, diacritics and full stops do not count. */
export interface PersonName {
  /** Given name, middle names and surname in their order; without titles and nicknames. */
  words: readonly string[];
  /** What stands in quotation marks or brackets between them: Shawn “Swyx” Wang. */
  nicknames: readonly string[];
  /** The same at the end, where brackets may as well hold a company: Shawn Wang (Swyx). */
  bracketed: readonly string[];
  /** "jr", "iii": it tells a son from his father. */
  suffix: string | null;
  /** "Dr. Lee": the only word is a surname. */
  surnameOnly: boolean;
}

/** What stands before a name and is no part of it. */
const TITLES = new Set(
  'dr doctor prof professor mr mrs ms miss mx sir dame rev reverend hon ing herr frau'.split(' '),
);
/** Degrees behind a name. */
const DEGREES = new Set('phd md msc mba bsc ma jd dphil esq'.split(' '));
const GENERATIONS = new Set('jr sr ii iii iv'.split(' '));
const ASIDE = /(?<=^|\s)["“”‘'«„(]([^"“”‘’'«»()]{1,60})["”“’'»)](?=\s|,|$)/gu;

/** Letters as they are compared: without case and diacritics. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’`]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();

/** Takes a name apart. Linear; any text is a name of some kind. */
export function readName(name: string): PersonName {
  const asides: { word: string; last: boolean; bracket: boolean }[] = [];
  const bare = name.replace(ASIDE, (whole, inner: string, at: number) => {
    const last = name.slice(at + whole.length).trim() === '';
    asides.push({ word: foldName(inner), last, bracket: whole.startsWith('(') });
    return ' ';
  });
  let words = foldName(bare)
    .split(/[\s,]+/u)
    .map((word) => word.replace(/^["“]+|["”.]+$/gu, '').replaceAll('.', ''))
    .filter((word) => word !== '');
  while (words.length > 1 && DEGREES.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  const suffix = words.length > 1 && GENERATIONS.has(words.at(-1) ?? '') ? words.at(-1) : null;
  if (suffix) words = words.slice(0, -1);
  let titled = false;
  while (words.length > 1 && TITLES.has(words[0] ?? '')) {
    words = words.slice(1);
    titled = true;
  }
  const within = asides.filter(({ last, bracket }) => !(last && bracket));
  return {
    words,
    nicknames: within.map(({ word }) => word),
    bracketed: asides.filter((aside) => !within.includes(aside)).map(({ word }) => word),
    suffix: suffix ?? null,
    surnameOnly: titled && words.length === 1,
  };
}

/** Whether a name has a surname beside a given name. */
export const isFullName = (name: string): boolean => readName(name).words.length > 1;
