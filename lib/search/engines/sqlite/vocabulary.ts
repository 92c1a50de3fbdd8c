import { buildSoundVocabulary, type SoundVocabulary } from '../../sound/sound-vocabulary.ts';
import { osaDistance, typosAllowed, typosBetween } from '../../typo.ts';

/** A word of the corpus and in how many passages it stands. */
export interface VocabularyWord {
  form: string;
  passages: number;
}

interface Entry extends VocabularyWord {
  letters: number;
}

/** A suggestion may differ in this share of its letters, in fewer where it begins differently. */
const SUGGESTED_SHARE = 1 / 3;
/** So many words at most stand in for one that was mistyped. */
const MOST = 24;

/** The words of the corpus, ready to be searched for what resembles another. */
export interface Vocabulary {
  /** Words that `wanted` may have been meant as, fewest typos first, then the most frequent; never itself. */
  resembling(wanted: string, prefix: boolean): string[];
  /**
   * The most frequent words that begin so, until they are said in `passages` passages in all; null where
   * all of them together are not.
   */
  beginning(start: string, passages: number): string[] | null;
  /** The word itself where it is known; else up to `most` that are written most alike, however unlike. */
  spellings(wanted: string, most: number): string[];
  /** Up to `most` rare words that sound and are written like some words run together, the most alike first. */
  sounding(words: readonly string[], most: number): string[];
}

/**
 * Buckets by length and a mask of letters leave few words to measure: those that lack no more letters
 * than typos are allowed. Building it is linear in the words.
 */
export function buildVocabulary(words: Iterable<VocabularyWord>): Vocabulary {
  const byLength: Entry[][] = [];
  for (const { form, passages } of words) {
    let bucket = byLength[form.length];
    if (!bucket) {
      bucket = [];
      byLength[form.length] = bucket;
    }
    bucket.push({ form, passages, letters: letterMask(form) });
  }
  let sounds: SoundVocabulary | null = null;
  return {
    sounding(heard, most) {
      sounds ??= buildSoundVocabulary(byLength.flat());
      return sounds.sounding(heard, most);
    },
    beginning(start, passages) {
      const found: Entry[] = [];
      for (let length = start.length; length < byLength.length; length++) {
        for (const entry of byLength[length] ?? [])
          if (entry.form.startsWith(start)) found.push(entry);
      }
      found.sort((a, b) => b.passages - a.passages);
      let sum = 0;
      const needed = found.findIndex((entry) => {
        sum += entry.passages;
        return sum >= passages;
      });
      return needed < 0 ? null : found.slice(0, needed + 1).map(({ form }) => form);
    },
    resembling(wanted, prefix) {
      const allowed = typosAllowed(wanted);
      if (allowed === 0) return [];
      const letters = letterMask(wanted);
      const found: { entry: Entry; typos: number }[] = [];
      const longest = prefix ? byLength.length - 1 : wanted.length + allowed;
      for (let length = wanted.length - allowed; length <= longest; length++) {
        for (const entry of byLength[length] ?? []) {
          if (bits(letters & ~entry.letters) > allowed) continue;
          if (!prefix && bits(entry.letters & ~letters) > allowed) continue;
          const typos = typosBetween(wanted, entry.form, prefix);
          if (typos !== null && entry.form !== wanted) found.push({ entry, typos });
        }
      }
      found.sort((a, b) => a.typos - b.typos || b.entry.passages - a.entry.passages);
      return found.slice(0, MOST).map(({ entry }) => entry.form);
    },
    spellings(wanted, most) {
      if (byLength[wanted.length]?.some(({ form }) => form === wanted)) return [wanted];
      const limit = Math.max(1, Math.ceil(wanted.length * SUGGESTED_SHARE));
      const letters = letterMask(wanted);
      const found: { entry: Entry; distance: number }[] = [];
      for (let length = wanted.length - limit; length <= wanted.length + limit; length++) {
        for (const entry of byLength[length] ?? []) {
          if (bits(letters & ~entry.letters) > limit) continue;
          const distance = osaDistance(wanted, entry.form, limit);
          const other = entry.form[0] !== wanted[0];
          if (distance + (other ? 1 : 0) <= limit) found.push({ entry, distance });
        }
      }
      found.sort((a, b) => a.distance - b.distance || b.entry.passages - a.entry.passages);
      return found.slice(0, most).map(({ entry }) => entry.form);
    },
  };
}

/** One bit for each of a–z, the other letters share five. */
function letterMask(form: string): number {
  let mask = 0;
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 5));
  }
  return mask;
}

/** Bits that are set, counted side by side (Warren, "Hacker's Delight", 2002, § 5-1). */
function bits(mask: number): number {
  let count = mask - ((mask >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
