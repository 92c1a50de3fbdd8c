import type { Span } from '@/components/marked';
import { passageSpans } from '@/lib/search/passages';

/** A turn longer than this many words is set in paragraphs, at sentence ends. */
const PARAGRAPH_WORDS = 110;

/** The paragraphs that a turn is set in, as characters of its text. */
export const paragraphSpans = (text: string): Span[] =>
  passageSpans(text, { maxWords: PARAGRAPH_WORDS });

/** A stretch of a turn, cut where its paragraphs are. */
export function byParagraph(text: string, { start, end }: Span): Span[] {
  return paragraphSpans(text).flatMap((paragraph) => {
    const own = { start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) };
    return own.start < own.end ? [own] : [];
  });
}
