import { type Address, addressOf, readAddress, writeAddress } from './address.ts';
import { anchorWords } from './words.ts';

/** A stretch of a turn as search knows it. Of the words before it in its turn it knows nothing. */
export interface FoundIn {
  /** The anchor of the turn. */
  turnId: string;
  /** Where `text` begins in the turn, in characters. */
  offset: number;
  text: string;
  startMs: number;
}

/** Where a link of a search hit leads. */
export interface HitPlace {
  anchor: string;
  /** In characters of the turn as it was. */
  offset: number;
  /** The words themselves, their place in the turn unknown; null in links that hold none. */
  address: Address | null;
}

/** Of a passage without a match its first words are linked. */
const FIRST_CHARACTERS = 60;
const BARE = /^([a-z0-9-]{1,40})\.(\d{1,7})$/;

/**
 * The words of a hit as they stand in a link: an address, but with the characters before them in their
 * turn in place of the words; without words only "ANCHOR.CHARACTERS". `match` counts in the passage.
 */
export function writeHit(
  { turnId, offset, text, startMs }: FoundIn,
  match: { start: number; end: number } = { start: 0, end: FIRST_CHARACTERS },
): string {
  const address = addressOf([{ anchor: turnId, text, startMs }], {
    firstTurn: 0,
    start: match.start,
    lastTurn: 0,
    end: match.end,
  });
  const place = offset + match.start;
  const written = address && writeAddress({ ...address, word: place });
  return written && readAddress(written) ? written : `${turnId}.${place}`;
}

/** The hit in a link; null where it is none, or not whole. */
export function readHit(text: string): HitPlace | null {
  const address = readAddress(text);
  if (address) return { anchor: address.turn, offset: address.word, address };
  const [, anchor, offset] = BARE.exec(text) ?? [];
  return anchor ? { anchor, offset: Number(offset), address: null } : null;
}

/** How many words of a turn stand before a character of it: what a hit's address leaves open. */
export const wordsBefore = (text: string, offset: number): number =>
  anchorWords(text).filter(({ end }) => end <= offset).length;
