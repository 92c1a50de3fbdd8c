import { soundOf } from './code.ts';
import { soundDistance } from './distance.ts';

/** A word differing more than this from what is sought is no beginning of it. */
const FAR = 0.45;

/** The words of a corpus by how they sound. */
export interface SoundVocabulary {
  /** Up to `most` rare words that sound like a code, the most alike first. */
  sounding(code: string, most: number): string[];
}

/** What was misheard is rare: a word in more of the passages than this share was meant. */
const RARE_SHARE = 0.002;
const RARE = 3;

/**
 * The rare words by their sounds. How many passages there are is taken from the commonest word.
 * Linear in the words.
 */
export function buildSoundVocabulary(
  words: readonly { form: string; passages: number }[],
): SoundVocabulary {
  const commonest = words.reduce((most, { passages }) => Math.max(most, passages), 0);
  const rare = Math.max(RARE, commonest * RARE_SHARE);
  const byCode = new Map<string, string[]>();
  for (const { form: word, passages } of words) {
    if (passages > rare) continue;
    const code = soundOf([word]);
    if (code.length < 2) continue;
    const own = byCode.get(code);
    if (own) own.push(word);
    else byCode.set(code, [word]);
  }
  return {
    sounding(code, most) {
      const near: { code: string; distance: number }[] = [];
      for (const other of byCode.keys()) {
        if (Math.abs(other.length - code.length) > 2) continue;
        const distance = soundDistance(code, other);
        if (distance <= FAR) near.push({ code: other, distance });
      }
      near.sort((a, b) => a.distance - b.distance);
      return near.flatMap(({ code: own }) => byCode.get(own) ?? []).slice(0, most);
    },
  };
}
