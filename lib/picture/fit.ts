import type { Typeface } from './typeface.ts';

/** Text set in lines of a size. */
export interface Fitted {
  /** In pixels. */
  size: number;
  lines: string[];
  /** True where words were left out at the end, and an ellipsis stands for them. */
  cut: boolean;
}

export interface Box {
  /** In pixels. */
  width: number;
  height: number;
  /** From baseline to baseline, as a multiple of the size. */
  leading: number;
  /** Sizes to try, in pixels, the largest first. */
  sizes: readonly number[];
}

/**
 * The text at the largest size at which it fits the box; at the smallest, what does not fit is cut
 * at a word and `close` (an ellipsis with what must follow, such as a quotation mark) stands for it.
 */
export function fitText(text: string, box: Box, face: Typeface, close = '…'): Fitted {
  let last: Fitted = { size: 0, lines: [], cut: false };
  for (const size of box.sizes) {
    const most = Math.max(1, Math.floor(box.height / (size * box.leading)));
    const lines = breakLines(text, box.width / size, face);
    if (lines.length <= most) {
      return { size, lines: balance(text, lines, box.width / size, face), cut: false };
    }
    last = { size, lines: cutLines(lines, most, box.width / size, face, close), cut: true };
  }
  return last;
}

/** Fills lines with words, each line as full as it goes; a word wider than a line is broken. */
function breakLines(text: string, width: number, face: Typeface): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (face.width(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && face.width(line + character) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** As many lines as these, as even as can be: set in the narrowest of some widths that needs no more. */
function balance(text: string, lines: string[], width: number, face: Typeface): string[] {
  let even = lines;
  for (let narrower = 0.96; narrower > 0.5; narrower -= 0.04) {
    const tried = breakLines(text, width * narrower, face);
    if (tried.length > lines.length) break;
    even = tried;
  }
  return even;
}

/** The first `most` lines, the last of them shortened word by word until `close` fits behind it. */
function cutLines(
  lines: readonly string[],
  most: number,
  width: number,
  face: Typeface,
  close: string,
): string[] {
  const kept = lines.slice(0, most);
  let line = kept.pop() ?? '';
  const closed = () => line.replace(/[\s,;:.–—-]+$/u, '') + close;
  while (line !== '' && face.width(closed()) > width) {
    const space = line.lastIndexOf(' ');
    line = line.slice(0, space > 0 ? space : -1);
  }
  return [...kept, closed()];
}
