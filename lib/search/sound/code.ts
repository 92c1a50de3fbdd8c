import { doubleMetaphone } from 'double-metaphone';

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * How a word or a few words sound: the consonants of Double Metaphone (Philips 2000), digits as they
 * are read out, the words run together, since machines hear borders where there are none. A vowel
 * counts only where everything begins with it. Empty for what has no Latin letters.
 */
export function soundOf(words: readonly string[]): string {
  const codes = words.map(codeOfWord);
  return codes.map((code, i) => (i > 0 && code.startsWith('A') ? code.slice(1) : code)).join('');
}

const known = new Map<string, string>();
/** Codes remembered; a library's whole vocabulary fits. */
const REMEMBERED = 200_000;

function codeOfWord(word: string): string {
  const seen = known.get(word);
  if (seen !== undefined) return seen;
  const parts = word.match(/[a-z]+|\d/g) ?? [];
  const code = parts
    .map((part) => doubleMetaphone(DIGITS[Number(part)] ?? part)[0])
    .map((sound, i) => (i > 0 && sound.startsWith('A') ? sound.slice(1) : sound))
    .join('');
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, code);
  return code;
}
