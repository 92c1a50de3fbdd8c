import { type AnchorWord, anchorWords, hashOfAll } from './words.ts';

/**
 * Where some words stand in an episode and what they are, small enough for a link. In the spirit of
 * the W3C's TextQuoteSelector (words with what stands before and after them), but with each word as
 * one letter: sixty-four letters are enough to find a passage again, and too few to read it.
 */
export interface Address {
  /** The anchor of the turn in which the words begin. */
  turn: string;
  /** How many words of that turn stand before them. */
  word: number;
  /** How many words they are. */
  count: number;
  /** When the turn begins, in whole seconds. */
  second: number;
  /** Of all the words: says whether they are still the same. */
  hash: string;
  /** Up to eight words before, a letter each. */
  before: string;
  /** The words, a letter each; of more than `ENDS` × 2 the first and the last `ENDS`. */
  said: string;
  /** Up to eight words after, a letter each. */
  after: string;
}

/** What an address is made from: turns in order. */
export interface AnchoredTurn {
  anchor: string;
  text: string;
  startMs: number;
}

/** Characters of turns, from the first's `start` to the last's `end` (exclusive). */
export interface Selection {
  firstTurn: number;
  start: number;
  lastTurn: number;
  end: number;
}

const CONTEXT = 8;
/** Of a long quote its beginning and its end are enough to find both again. */
export const ENDS = 16;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HASH_LETTERS = 5;

const letter = (bits: number) => LETTERS.charAt(bits & 63);
export const letterOf = ({ hash }: { hash: number }) => hash & 63;
/** The numbers behind letters, 0 to 63. */
export const lettersOf = (text: string) => [...text].map((sign) => LETTERS.indexOf(sign));

/** The hash of words as it stands in an address. */
export function shortHash(words: readonly AnchorWord[]): string {
  let bits = hashOfAll(words);
  let text = '';
  for (let i = 0; i < HASH_LETTERS; i++) {
    text += letter(bits);
    bits >>>= 6;
  }
  return text;
}

/**
 * The address of what is selected, in whole words; null where no word is. `turns` may be a stretch of
 * an episode: eight turns on either side of the selection are always context enough.
 */
export function addressOf(turns: readonly AnchoredTurn[], selection: Selection): Address | null {
  const { firstTurn, lastTurn } = selection;
  const within: AnchorWord[] = [];
  const before: AnchorWord[] = [];
  const after: AnchorWord[] = [];
  let begin: { turn: AnchoredTurn; word: number } | null = null;
  turns.forEach((turn, i) => {
    if (i < firstTurn - CONTEXT || i > lastTurn + CONTEXT) return;
    for (const [n, word] of anchorWords(turn.text).entries()) {
      const ahead = i < firstTurn || (i === firstTurn && word.end <= selection.start);
      const past = i > lastTurn || (i === lastTurn && word.start >= selection.end);
      if (ahead) before.push(word);
      else if (past) after.push(word);
      else {
        begin ??= { turn, word: n };
        within.push(word);
      }
    }
  });
  if (!begin) return null;
  const { turn, word } = begin as { turn: AnchoredTurn; word: number };
  const write = (words: readonly AnchorWord[]) => words.map(({ hash }) => letter(hash)).join('');
  const ends =
    within.length > 2 * ENDS ? [...within.slice(0, ENDS), ...within.slice(-ENDS)] : within;
  return {
    turn: turn.anchor,
    word,
    count: within.length,
    second: Math.floor(turn.startMs / 1000),
    hash: shortHash(within),
    before: write(before.slice(-CONTEXT)),
    said: write(ends),
    after: write(after.slice(0, CONTEXT)),
  };
}

/** As it stands in a link: letters, digits, "-", "_" and "." only, at most 120 characters. */
export const writeAddress = (address: Address): string =>
  [
    address.turn,
    address.word,
    address.count,
    address.second,
    address.hash,
    address.before,
    address.said,
    address.after,
  ].join('.');

const SHAPE =
  /^([a-z0-9-]{1,40})\.(\d{1,6})\.([1-9]\d{0,5})\.(\d{1,6})\.([\w-]{5})\.([\w-]{0,8})\.([\w-]{1,32})\.([\w-]{0,8})$/;

/** The address in a link; null where it is none, or not whole. */
export function readAddress(text: string): Address | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, turn = '', word, count, second, hash = '', before = '', said = '', after = ''] = parts;
  const address = { turn, word: Number(word), count: Number(count), second: Number(second) };
  if (said.length !== Math.min(address.count, 2 * ENDS)) return null;
  return { ...address, hash, before, said, after };
}

/** The reader, opened on the words of an address. */
export const addressUrl = (episode: string, address: Address): string =>
  `/episodes/${episode}?at=${writeAddress(address)}#turn-${address.turn}`;
