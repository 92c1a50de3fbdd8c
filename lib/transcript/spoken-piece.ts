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
  /** Where it stands in a JSON file… */
  path?: JsonPath;
  /** …or on which line, from 1. */
  line?: number;
}

const blank = /\s+/gu;
export const unified = (text: string): string => text.replace(blank, ' ').trim();
const bare = (text: string): string => text.replace(blank, '');

/**
 * The words of a stretch where they say what its text says, else the text as one piece: recognisers leave
 * words out of their list (those they could not place in time), and editors correct only the text.
 */
export function wordsOrText(
  words: readonly SpokenPiece[],
  whole: SpokenPiece & { text: string },
): readonly SpokenPiece[] {
  if (words.length === 0) return [whole];
  const same = bare(words.map(({ text }) => text).join('')) === bare(whole.text);
  return same || bare(whole.text) === '' ? words : [whole];
}

/**
 * A label of any type as the file means it: null where there is none, "" where it says that nobody knows.
 */
export function labelOf(label: string | number | null | undefined): string | null {
  if (label === null || label === undefined) return null;
  const text = unified(String(label));
  return UNKNOWN.test(text) ? '' : text;
}

const UNKNOWN = /^(?:|unk|uu|-1|none|null|nan|n\/a|(?:speaker[ _-]?)?(?:unknown|undefined|unidentified)(?:[ _-]?speaker)?)$/i;
