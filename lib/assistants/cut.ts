/** Characters of a text, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** How far back a cut looks for white space, in characters; scripts without any are cut where they are. */
const LOOK = 60;

/** The nearest place at or before `at` where a text can be cut: after white space, never within a sign. */
function cutAt(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const space = text.slice(Math.max(0, at - LOOK), at).search(/\s\S*$/u);
  if (space >= 0) return Math.max(0, at - LOOK) + space + 1;
  const low = text.charCodeAt(at);
  return low >= 0xdc00 && low <= 0xdfff ? at - 1 : at;
}

/** At most `most` characters of a text that hold the place `at`, a quarter of them before it. */
export function around(text: string, at: number, most: number): Span {
  if (text.length <= most) return { start: 0, end: text.length };
  const wanted = Math.min(Math.max(0, at - Math.floor(most / 4)), text.length - most);
  const start = cutAt(text, wanted);
  return { start, end: cutAt(text, start + most) };
}

/** The last characters of a text, at most `most` and the word that the cut falls into. */
export const ending = (text: string, most: number): Span => ({
  start: cutAt(text, text.length - most),
  end: text.length,
});

export const beginning = (text: string, most: number): Span => ({
  start: 0,
  end: cutAt(text, most),
});

/** A stretch of the text at this index. */
export interface Piece extends Span {
  text: number;
}

/**
 * Divides texts into pages of at most `most` characters each, `overhead` counted for every piece. A
 * text goes onto the next page as a whole unless it is longer than a page. All characters are on
 * exactly one page; without texts there are no pages. `most` must exceed `overhead` by 100.
 */
export function paginate(texts: readonly string[], most: number, overhead: number): Piece[][] {
  const pages: Piece[][] = [];
  let room = 0;
  for (const [index, text] of texts.entries()) {
    for (let start = 0; start === 0 || start < text.length; ) {
      const end = cutAt(text, start + most - overhead);
      const cost = end - start + overhead;
      if (cost > room) {
        pages.push([]);
        room = most;
      }
      pages.at(-1)?.push({ text: index, start, end });
      room -= cost;
      if (end === text.length) break;
      start = end;
    }
  }
  return pages;
}
