import type { JsonPath } from './json-walk.ts';

/** What a recogniser gives a time: a word, a sign, or a longer stretch of one speaker. */
export interface SpokenPiece {
  /** As the file has it, white space and all. */
  text: string;
  /** Milliseconds; null where the file gives none that can be read. */
  startMs: number | null;
  endMs: number | null;
  /** The file's label; "" where it says that it does not know, null where it says nothing. */
  speaker: string | null;
  /** Somebody else begins here, though the file does not say who. */
  changes?: boolean;
  /** Stands without a space beside the piece before it. */
  attached?: boolean;
  /** Of several channels of a recording the one that it is from, from 0. */
  channel?: number;
  /** Where it stands in a JSON file… */
  path?: JsonPath;
  /** …or on which line, from 1. */
  line?: number;
}

const blank = /\s+/gu;
export const unified = (text: string): string => text.replace(blank, ' ').trim();
const bare = (text: string): string => text.replace(blank, '');

/**
 * The words of a stretch as its text has them. Where the two say the same the words are taken, with spaces
 * where the text has them (Japanese has none, though its words are listed one by one); where the words only lack capitals and signs the text's words get their times; else the text is one piece, for
 * recognisers leave words out of their list (those they could not place), and editors correct only the text.
 */
export function wordsOrText(
  words: readonly SpokenPiece[],
  whole: SpokenPiece,
): readonly SpokenPiece[] {
  if (words.length === 0) return [whole];
  const text = bare(whole.text);
  if (text === '') return words;
  if (text === bare(words.map((word) => word.text).join(''))) return spacedAs(whole.text, words);
  return placed(unified(whole.text).split(' '), words) ?? [whole];
}

/** Words whose letters and signs are those of the text, each attached where no space stands before it there. */
function spacedAs(text: string, words: readonly SpokenPiece[]): SpokenPiece[] {
  const runs = text.split(blank).filter(Boolean);
  let run = 0;
  /** How much of the run is taken. */
  let taken = 0;
  return words.map((word, i) => {
    let left = bare(word.text).length;
    const attached = i > 0 && left > 0 && taken > 0 && taken < (runs[run]?.length ?? 0);
    while (left > 0 && run < runs.length) {
      if (taken === runs[run]?.length) {
        run++;
        taken = 0;
      }
      const more = Math.min(left, (runs[run]?.length ?? 0) - taken);
      taken += more;
      left -= more;
    }
    return { ...word, attached };
  });
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Each token of a text with the times of the words that it is made of; null where the letters differ. */
function placed(tokens: readonly string[], words: readonly SpokenPiece[]): SpokenPiece[] | null {
  const pieces: SpokenPiece[] = [];
  let next = 0;
  for (const token of tokens) {
    const wanted = letters(token);
    const first = words[next];
    let found = '';
    let endMs: number | null = null;
    while (found.length < wanted.length && next < words.length) {
      const word = words[next++];
      found += letters(word?.text ?? '');
      endMs = word?.endMs ?? endMs;
    }
    if (found !== wanted) return null;
    const of = first ?? pieces.at(-1);
    if (!of) return null;
    const startMs = wanted === '' ? null : of.startMs;
    pieces.push({ ...of, text: token, startMs, endMs, attached: false });
  }
  return next === words.length ? pieces : null;
}

/** Signs that end something stand beside it. */
const SIGNS = /^[.,!?;:…%)\]。、，！？；：]+\s*$/u;
/** Scripts that put no spaces between words, which stay words although they stand side by side. */
export const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/**
 * For each word of a list whether it stands without a space beside the one before. In lists whose words
 * bring their own spaces along one without goes on the word before; in others only closing signs and words
 * of scripts without spaces do.
 */
export function attachedAsWritten(words: readonly string[]): boolean[] {
  const spaced = words.some((word, i) => i > 0 && /^\s/u.test(word));
  return words.map((word, i) => {
    if (i === 0 || /^\s/u.test(word)) return false;
    return spaced || SIGNS.test(word) || (UNSPACED.test(word) && UNSPACED.test(words[i - 1] ?? ''));
  });
}

/**
 * A label of any type as the file means it: null where there is none, "" where it says that nobody knows.
 */
export function labelOf(label: string | number | null | undefined): string | null {
  if (label === null || label === undefined) return null;
  const text = unified(String(label));
  return UNKNOWN.test(text) ? '' : text;
}

const UNKNOWN =
  /^(?:|unk|uu|-1|none|null|nan|n\/a|(?:speaker[ _-]?)?(?:unknown|undefined|unidentified|\?)(?:[ _-]?speaker)?)$/i;
