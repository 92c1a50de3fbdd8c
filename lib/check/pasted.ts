import type { Token } from '../search/normalise.ts';
import { BRACKETS, spokenWords } from './spoken-words.ts';

/** Fewer words than this are said by everybody, and prove nothing. */
export const LEAST_WORDS = 5;
/** A pasted text may be this long, in characters. */
export const MOST_CHARACTERS = 10_000;

/** A quote as somebody remembers or publishes it. */
export interface Pasted {
  /** The words in question, without the quotation marks around them and without who is said to have said it. */
  text: string;
  /** Whom it names as the one who said it, or null. */
  attribution: string | null;
  words: Token[];
  /** For each word whether the quote itself says that words were left out just before it. */
  elidedBefore: boolean[];
}

/** With fewer words than this to a gap, on average, any quote could be pieced together. */
const LEAST_PIECE = 2;

const OPEN = '"“„«';
const CLOSE = '"”“»';
const DASH = '[-–—―]{1,3}|~';
/** “The words.” — Somebody, Some Show. */
const QUOTED = new RegExp(
  `^[${OPEN}]([\\s\\S]+?)[${CLOSE}][.,;]?\\s?(?:(?:${DASH})\\s?([^\\n]{1,199}[^\\n${CLOSE}]))?$`,
  'u',
);
/** On a line of its own after the words: — Somebody */
const SIGNATURE = new RegExp(`^(?:${DASH})\\s?([^\\n]{2,200})$`, 'u');
const ADDRESS = /^https?:\/\/\S+$/u;
/** Somebody: “the words” */
const INTRODUCED = new RegExp(
  `^([\\p{L}\\p{M}\\p{N} .'’-]{2,60}):\\s*[${OPEN}]([\\s\\S]+)[${CLOSE}][.,;]?$`,
  'u',
);
/** “First half,” he said, “second half.” */
const INTERRUPTED = new RegExp(
  `[,;]?[${CLOSE}][^${OPEN}${CLOSE}]{1,80}?\\b(?:said|says|added|adds)\\b[^${OPEN}${CLOSE}]{0,60}[${OPEN}]`,
  'gu',
);
const ELLIPSIS = /…|\.{3,}|\.\s\.\s\./u;
const EDITORIAL = /^\[\s*(?:sic|emphasis[^\]]*)\s*[.!]?\s*\]$/iu;

/**
 * Reads what was pasted: takes off the quotation marks and the attribution, leaves out notes in
 * square brackets, and sees where the quote itself says that words are missing: “…”, “...”, “[...]”,
 * or a bracket such as “[he]” that stands for other words. Linear in the text.
 */
export function readPasted(raw: string): Pasted {
  const { text, attribution } = unwrap(tidy(raw));
  const words = spokenWords(text);
  const elidedBefore = words.map(({ start }, i) => {
    const before = words[i - 1];
    return before !== undefined && marksGap(text.slice(before.end, start));
  });
  const gaps = elidedBefore.filter(Boolean).length;
  if (gaps * LEAST_PIECE > words.length) elidedBefore.fill(false);
  return { text, attribution, words, elidedBefore };
}

/** White space in single signs, and no address in the last line, as copied citations have one. */
function tidy(raw: string): string {
  const lines = raw
    .split(/[\n\r\u2028\u2029]+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
  if (lines.length > 1 && ADDRESS.test(lines.at(-1) ?? '')) lines.pop();
  return lines.join('\n');
}

function unwrap(text: string): { text: string; attribution: string | null } {
  const named = (words = '', name?: string) => ({
    text: words.replace(INTERRUPTED, ' … ').trim(),
    attribution: name?.trim() || null,
  });
  const introduced = INTRODUCED.exec(text);
  if (introduced) return named(introduced[2], introduced[1]);
  const quoted = QUOTED.exec(text);
  if (quoted) return named(quoted[1], quoted[2]);
  const lines = text.split('\n');
  const signature = lines.length > 1 ? SIGNATURE.exec(lines.pop() ?? '') : null;
  return signature ? named(lines.join('\n'), signature[1]) : { text, attribution: null };
}

const marksGap = (between: string) =>
  ELLIPSIS.test(between) || [...between.matchAll(BRACKETS)].some(([note]) => !EDITORIAL.test(note));
