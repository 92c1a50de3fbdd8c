import type { FontMetrics } from './woff.ts';

/** A typeface made of several files, each with a part of the letters. */
export interface Typeface {
  /** True where every character has a glyph and stands for itself. */
  covers(text: string): boolean;
  /** Width of a line in ems, without kerning: a little more than it will need. */
  width(text: string): number;
}

export function typeface(fonts: readonly FontMetrics[]): Typeface {
  const advance = (character: string) => {
    const codePoint = character.codePointAt(0) ?? 0;
    for (const font of fonts) {
      const width = font.advance(codePoint);
      if (width !== undefined) return width;
    }
    return undefined;
  };
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return {
    covers(text) {
      for (const { segment } of segmenter.segment(text)) {
        // A letter with signs that no single character stands for needs shaping that is not done here.
        if ([...segment].length > 1 || advance(segment) === undefined) return false;
      }
      return true;
    },
    width: (text) => [...text].reduce((sum, character) => sum + (advance(character) ?? 1), 0),
  };
}

/** Pictographs, their joiners and variants, and what has no width: nobody said them. */
const UNSPOKEN =
  /\p{RI}|\p{Emoji_Presentation}\p{EMod}?|\p{Extended_Pictographic}\uFE0F|[\u{E0020}-\u{E007F}]|\p{Cc}|\p{Cf}|\uFE0E|\uFE0F|\u20E3/gu;

/**
 * The text as it can be drawn: one line, composed letters, without pictographs; null where words
 * would be lost, because the typeface has no letters for them.
 */
export function drawable(text: string, face: Typeface): string | null {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSPOKEN, '');
  const tidy = line.replace(/\s+/gu, ' ').trim();
  return tidy !== '' && face.covers(tidy) ? tidy : null;
}
