import { buildSoundVocabulary } from '../../sound/sound-vocabulary.ts';
import { typosAllowed } from '../../typo.ts';
import { type SpelledAlike, spelledAlike } from './spelled-alike.ts';

/** A word of the corpus and in how many passages it stands. */
export interface VocabularyWord {
  form: string;
  passages: number;
}

/** A suggestion may differ in this share of its letters, in fewer where it begins differently. */
const SUGGESTED_SHARE = 1 / 3;
/** So many words at most stand in for one that was mistyped. */
const MOST = 24;

/** The words of the corpus, ready to be searched for what resembles another. */
export interface Vocabulary {
  /** Builds now what is otherwise built when it is first needed. */
  makeReady(): void;
  /** Words that `wanted` may have been meant as, fewest typos first, then the most frequent; never itself. */
  resembling(wanted: string, prefix: boolean): string[];
  /**
   * The most frequent words that begin so, until they are said in `passages` passages in all; null where
   * all of them together are not.
   */
  beginning(start: string, passages: number): string[] | null;
  /** In how many passages a word stands. */
  passagesWith(form: string): number;
  /** The word itself where it is known; else up to `most` that are written most alike, however unlike. */
  spellings(wanted: string, most: number): string[];
  /** Up to `most` rare words that sound and are written like some words run together, the most alike first. */
  sounding(words: readonly string[], most: number): string[];
}

/** Building it is linear in the words; what is searched by spelling and by sound is built when first needed. */
export function buildVocabulary(list: readonly VocabularyWord[]): Vocabulary {
  // Of words that are equally alike and equally frequent the shortest comes first.
  const words = list.toSorted((a, b) => a.form.length - b.form.length);
  const alike = once(() => spelledAlike(words.map(({ form }) => form)));
  const sounds = once(() => buildSoundVocabulary(words));
  const counts = once(() => new Map(words.map(({ form, passages }) => [form, passages])));
  const mostAlike = (found: SpelledAlike[], typos: (found: SpelledAlike) => number, most: number) =>
    found
      .flatMap((one) => {
        const word = words[one.index];
        return word ? [{ word, typos: typos(one), index: one.index }] : [];
      })
      .sort((a, b) => a.typos - b.typos || b.word.passages - a.word.passages || a.index - b.index)
      .slice(0, most)
      .map(({ word }) => word.form);
  return {
    makeReady() {
      alike();
      sounds();
      counts();
    },
    sounding: (heard, most) => sounds().sounding(heard, most),
    beginning(start, passages) {
      const found = words.filter(({ form }) => form.startsWith(start));
      found.sort((a, b) => b.passages - a.passages);
      let sum = 0;
      const needed = found.findIndex((word) => {
        sum += word.passages;
        return sum >= passages;
      });
      return needed < 0 ? null : found.slice(0, needed + 1).map(({ form }) => form);
    },
    passagesWith: (form) => counts().get(form) ?? 0,
    resembling(wanted, prefix) {
      const allowed = typosAllowed(wanted);
      if (allowed === 0) return [];
      // A typo in the first letter counts as two.
      const limits = { sameStart: allowed, otherStart: allowed < 2 ? -1 : allowed - 1 };
      const found = alike()(wanted, limits, prefix).filter(
        ({ index }) => words[index]?.form !== wanted,
      );
      const other = ({ index }: SpelledAlike) => (words[index]?.form[0] === wanted[0] ? 0 : 1);
      return mostAlike(found, (one) => one.distance + (one.distance > 0 ? other(one) : 0), MOST);
    },
    spellings(wanted, most) {
      if (counts().has(wanted)) return [wanted];
      const limit = Math.max(1, Math.ceil(wanted.length * SUGGESTED_SHARE));
      const found = alike()(wanted, { sameStart: limit, otherStart: limit - 1 });
      return mostAlike(found, ({ distance }) => distance, most);
    },
  };
}

/** Made when it is asked for, and kept. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
