/**
 * A word as links know it: a number made from its letters, and where it stands in its text
 * (characters, `end` exclusive).
 */
export interface AnchorWord {
  /** 32 bits, unsigned. */
  hash: number;
  start: number;
  end: number;
}

/** Written without spaces: every sign counts as a word. */
const SIGN =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const LETTER = `(?!${SIGN})[\\p{L}\\p{N}]`;
const WORD = new RegExp(
  `${SIGN}\\p{M}*|${LETTER}(?:(?!${SIGN})[\\p{L}\\p{N}\\p{M}]|['’ʼ](?=${LETTER}))*`,
  'gu',
);
const PLAIN = /^[a-z0-9]+$/i;

/**
 * The words of a text for links: case, accents, apostrophes and punctuation do not count.
 * This is not the search's tokeniser, and on purpose: that one may learn, this one may never change,
 * or links that people have shared would no longer find their words.
 */
export function anchorWords(text: string): AnchorWord[] {
  const words: AnchorWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const form = PLAIN.test(word) ? word : word.normalize('NFKD').replace(/[\p{M}'’ʼ]/gu, '');
    words.push({
      hash: hashOf(form.toLowerCase()),
      start: match.index,
      end: match.index + word.length,
    });
  }
  return words;
}

/** Fowler, Noll and Vo's FNV-1a over UTF-16 units, with MurmurHash3's finish so that every bit counts. */
function hashOf(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** One number for words in a row: equal for equal words only (but for one case in a thousand million). */
export function hashOfAll(words: readonly { hash: number }[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) hash = Math.imul(hash ^ word.hash, 0x01000193) + 0x9e3779b9;
  return finish(hash);
}

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
