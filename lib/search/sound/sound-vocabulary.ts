import { soundOf } from './code.ts';
import { LETTERS_WEIGH, lettersApart } from './distance.ts';
import { nearestCodes } from './nearest-codes.ts';

/** A word differing more than this from what is sought is no beginning of it. */
const FAR = 0.45;
/** Most codes have enough neighbours close by; only where these are few is it looked farther. */
const REACHES = [0.25, FAR];

/** The words of a corpus by how they sound. */
export interface SoundVocabulary {
  /** Up to `most` rare words that sound and are written like some words run together, the most alike first. */
  sounding(words: readonly string[], most: number): string[];
}

/** Of so many times the words that are wanted the letters are compared. */
const READ_TIMES = 4;
/**
 * Names are rare, and what is written for them where they were misheard is rarer: a word in more of the
 * passages than this share was meant. In a large library the number stands, and with it the work.
 */
const RARE_SHARE = 0.005;
const RARE = { least: 3, most: 600 };

/**
 * The rare words by their sounds. How many passages there are is taken from the commonest word.
 * Linear in the words.
 */
export function buildSoundVocabulary(
  words: readonly { form: string; passages: number }[],
): SoundVocabulary {
  const commonest = words.reduce((most, { passages }) => Math.max(most, passages), 0);
  const rare = Math.max(RARE.least, Math.min(RARE.most, commonest * RARE_SHARE));
  const byCode = new Map<string, string[]>();
  for (const { form: word, passages } of words) {
    if (passages > rare) continue;
    const code = soundOf([word]);
    if (code.length < 2) continue;
    const own = byCode.get(code);
    if (own) own.push(word);
    else byCode.set(code, [word]);
  }
  const codes = [...byCode];
  const nearest = nearestCodes(codes.map(([code]) => code));
  return {
    sounding(heard, most) {
      const [written, code] = [heard.join(''), soundOf(heard)];
      let found: { word: string; distance: number }[] = [];
      for (const reach of REACHES) {
        found = nearest(code, reach, READ_TIMES * most).flatMap(({ index, distance }) =>
          (codes[index]?.[1] ?? []).map((word) => ({ word, distance })),
        );
        if (found.length >= most) break;
      }
      // Many words sound the same by their consonants alone: the letters tell which.
      return found
        .sort((a, b) => a.distance - b.distance)
        .slice(0, READ_TIMES * most)
        .map(({ word, distance }) => ({
          word,
          distance: distance + LETTERS_WEIGH * lettersApart(word, written),
        }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, most)
        .map(({ word }) => word);
    },
  };
}
