/**
 * The words of `text` that characters `start` to `end` touch, whole: a part of a word was not said.
 * Null where the range is empty, outside the text or without words.
 */
export function excerpt(text: string, start: number, end: number): string | null {
  if (start < 0 || start >= end || end > text.length) return null;
  const pieces = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  const first = pieces.containing(start);
  const last = pieces.containing(end - 1);
  if (!first || !last) return null;
  const words = text.slice(first.index, last.index + last.segment.length).trim();
  return words === '' ? null : words;
}
