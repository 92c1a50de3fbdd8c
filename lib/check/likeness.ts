import { stemmer } from 'stemmer';
import { osaDistance } from '../search/typo.ts';

/** Another form of the same word ("model", "models"). */
const SAME_STEM = 0.8;
/** A word that is written nearly so, as a misspelling or a mishearing would be. */
const MISSPELT = 0.6;
/** In shorter words a letter makes another word ("cat", "car"). */
const LEAST_LETTERS = 4;
/** A word may differ in one letter of so many to count as misspelt. */
const LETTERS_PER_TYPO = 4;
/** Endings are no longer than this ("-isations"). */
const MOST_LONGER = 8;

/** How alike two normalised words are: 1 the same, 0 nothing in common. */
export function likeness(a: string, b: string, stemOf: (word: string) => string = stemmer): number {
  if (a === b) return 1;
  // A different first letter is a different word: misspellings spare it (Pollock & Zamora 1984).
  if (a[0] !== b[0] || /\p{N}/u.test(a) || /\p{N}/u.test(b)) return 0;
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (longer - shorter > MOST_LONGER) return 0;
  if (shorter >= 3 && isLatin(a) && isLatin(b) && stemOf(a) === stemOf(b)) {
    return SAME_STEM;
  }
  if (shorter < LEAST_LETTERS) return 0;
  const allowed = Math.floor(longer / LETTERS_PER_TYPO);
  return osaDistance(a, b, allowed) <= allowed ? MISSPELT : 0;
}

const isLatin = (word: string) => /^[a-z]+$/.test(word);

/** How alike the words of two texts are. */
export interface Alike {
  /** Of a pasted word, by the number of the other; the array is used again for the next row. */
  row(i: number): Float32Array;
  pair(i: number, j: number): number;
}

/**
 * The words of two texts as numbers, equal for equal words, and how alike they are. Only words with
 * the same first letter are measured, each two of them once.
 */
export function alikeWords(pasted: readonly string[], said: readonly string[]) {
  const ids = new Map<string, number>();
  const byLetter = new Map<string, string[]>();
  const idOf = (form: string) => {
    const known = ids.get(form);
    if (known !== undefined) return known;
    ids.set(form, ids.size);
    const letter = form[0] ?? '';
    const others = byLetter.get(letter);
    if (others) others.push(form);
    else byLetter.set(letter, [form]);
    return ids.size - 1;
  };
  const columns = Int32Array.from(said, idOf);
  const rows = Int32Array.from(pasted, idOf);
  const stems = new Map<string, string>();
  const stemOf = (word: string) => {
    const stem = stems.get(word) ?? stemmer(word);
    stems.set(word, stem);
    return stem;
  };
  const measured = new Map<string, [id: number, like: number][]>();
  const measure = (form: string) => {
    let found = measured.get(form);
    if (!found) {
      found = (byLetter.get(form[0] ?? '') ?? []).flatMap((other): [number, number][] => {
        const like = likeness(form, other, stemOf);
        return like > 0 ? [[idOf(other), like]] : [];
      });
      measured.set(form, found);
    }
    return found;
  };
  const scratch = new Float32Array(ids.size);
  let filled: [id: number, like: number][] = [];
  const alike: Alike = {
    row(i) {
      for (const [id] of filled) scratch[id] = 0;
      filled = measure(pasted[i] ?? '');
      for (const [id, like] of filled) scratch[id] = like;
      return scratch;
    },
    pair: (i, j) => likeness(pasted[i] ?? '', said[j] ?? ''),
  };
  return { rows, columns, alike };
}
