/** How long a text may be. */
export interface Limits {
  minWords: number;
  maxWords: number;
  maxCharacters: number;
}

export const TITLE_LIMITS: Limits = { minWords: 2, maxWords: 9, maxCharacters: 80 };
export const POINT_LIMITS: Limits = { minWords: 8, maxWords: 45, maxCharacters: 320 };

/** Line breaks, bidirectional overrides, invisible characters and halves of characters. */
const CONTROL = /[\p{Cc}\p{Co}\p{Cs}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
const HIDDEN = /[\u{e0000}-\u{e0fff}]/u;
const MARKUP = /[<>`|{}\\*~]|__|\]\s?[([]|^\s*(?:#{1,6}\s|[-•–]\s|\d+[.)]\s)|&#?\w+;|\$\$/u;
const URL_LIKE =
  /:\/\/|^www\.|^(?:javascript|data|vbscript|mailto|file):.|[\p{L}\p{N}-]\.\p{L}{2,}(?![\p{L}\p{N}])/iu;
/** No address that is said is longer; the rest of an endless "word" is not looked at. */
const LONGEST_URL = 500;

/**
 * Addresses in a text, and what looks like one ("example.org"), lower-case and without the
 * punctuation around them.
 */
export function readUrls(text: string): string[] {
  return [...text.matchAll(/\S+/g)].flatMap(([chunk]) => {
    const bare = chunk
      .slice(0, LONGEST_URL)
      .toLowerCase()
      .replace(/^[([{"'“‘«]+|[)\]},.;:!?"'”’»。，]+$/gu, '');
    return URL_LIKE.test(bare) ? [bare] : [];
  });
}

/** How many words a text has; scripts without spaces count three signs as a word. */
export function countWords(text: string): number {
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  )?.length;
  if (unspaced) return Math.ceil(unspaced / 3);
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** Why a text cannot be shown as it is, or null. Addresses must be among those that were said. */
export function unfitness(text: string, limits: Limits, said: ReadonlySet<string>): string | null {
  if (text.length > limits.maxCharacters)
    return `it is longer than ${limits.maxCharacters} characters`;
  if (CONTROL.test(text) || HIDDEN.test(text)) return 'it holds a control character';
  if (MARKUP.test(text)) return 'it holds markup';
  const unsaid = readUrls(text).find((url) => !said.has(url));
  if (unsaid) return `the address “${unsaid}” is not in the cited turns`;
  const count = countWords(text);
  if (count > limits.maxWords) return `it has more than ${limits.maxWords} words`;
  if (count < limits.minWords) return `it has fewer than ${limits.minWords} words`;
  return null;
}
