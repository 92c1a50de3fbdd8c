import { stemmer } from 'stemmer';
import { stopListOf } from './stop-lists.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A word in a text: as written, folded for comparison, and where it stands (end exclusive). */
export interface Word {
  text: string;
  /** Lower-case, without apostrophes or a possessive "'s". */
  key: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’._-][\p{L}\p{M}\p{N}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** True where the stop list and the stems of English apply. */
export function isEnglish(language: string): boolean {
  return /^en(?:$|[-_])/i.test(language);
}

/** Lower-cases a word and drops what does not change its meaning. */
export function wordKey(text: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  return bare.replaceAll("'", '');
}

/**
 * The words of a text with their places. Scripts written without spaces (Chinese, Japanese, Thai)
 * are cut by `Intl.Segmenter`; everything else by runs of letters and digits, so "GPT-4.0" and
 * "don't" stay whole.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    if (UNSPACED.test(match[0])) pushSegments(found, match[0], start);
    else {
      found.push({ text: match[0], key: wordKey(match[0]), start, end: start + match[0].length });
    }
  }
  return found;
}

/** Characters given to the segmenter at once: what it costs grows with their square. */
const RUN = 1_000;

let wordSegmenter: Intl.Segmenter | undefined;

function pushSegments(found: Word[], run: string, at: number): void {
  wordSegmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (let from = 0; from < run.length; from += RUN) {
    for (const part of wordSegmenter.segment(run.slice(from, from + RUN))) {
      if (!part.isWordLike) continue;
      const start = at + from + part.index;
      const end = start + part.segment.length;
      found.push({ text: part.segment, key: wordKey(part.segment), start, end });
    }
  }
}

/**
 * Gives each word its term, or null where it carries no topic. One instance remembers its stems. The English
 * article carries none in English alone, whatever stands on other lists: by it readers tell which it is.
 */
export type TermOf = (key: string) => string | null;

/**
 * Makes the function from word to term: for English the stem (Porter 1980) of what is not on the
 * stop list; for other languages the word itself, where it is on no stop list and longer than one
 * Latin letter.
 */
export function termReader(language: string): TermOf {
  const foreign = isEnglish(language) ? null : stopListOf(language, wordKey);
  const known = new Map<string, string | null>();
  return (key) => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const term = readTerm(key, foreign);
    known.set(key, term);
    return term;
  };
}

function readTerm(key: string, foreign: ReadonlySet<string> | null): string | null {
  if (key === '' || (key.length === 1 && /[\p{Script=Latin}\p{N}]/u.test(key))) return null;
  if (foreign) return foreign.has(key) && key !== 'the' ? null : key;
  if (STOP_WORDS.has(key) || STOP_WORDS.has(key.replaceAll('-', ''))) return null;
  return /^[a-z]+$/.test(key) ? stemmer(key) : key;
}

/** A conversation as numbers: for each turn the terms it uses, in order, as indices from 0. */
export interface TermTurns {
  turns: Int32Array[];
  /** The terms themselves; an index into it stands for the term. */
  vocabulary: string[];
}

/** Reads the content terms of every turn. Linear in the text. */
export function termTurns(texts: readonly string[], language: string): TermTurns {
  const termOf = termReader(language);
  const index = new Map<string, number>();
  const vocabulary: string[] = [];
  const turns = texts.map((text) => {
    const terms: number[] = [];
    for (const word of words(text)) {
      const term = termOf(word.key);
      if (term === null) continue;
      let id = index.get(term);
      if (id === undefined) {
        id = vocabulary.length;
        index.set(term, id);
        vocabulary.push(term);
      }
      terms.push(id);
    }
    return Int32Array.from(terms);
  });
  return { turns, vocabulary };
}
