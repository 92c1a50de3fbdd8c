import { type Token, tokenise } from '../search/normalise.ts';

/** What stands in square brackets was not said: "[sic]", "[he]", "[laughter]". */
export const BRACKETS = /\[[^[\]]*\]/gu;

/** The words of a text that were said, or are said to be: none of those in square brackets. */
export function spokenWords(text: string): Token[] {
  const tokens = tokenise(text);
  const notes = [...text.matchAll(BRACKETS)].map(({ 0: note, index }) => ({
    start: index,
    end: index + note.length,
  }));
  if (notes.length === 0) return tokens;
  let next = 0;
  return tokens.filter(({ start }) => {
    while ((notes[next]?.end ?? Infinity) <= start) next++;
    return start < (notes[next]?.start ?? Infinity);
  });
}
