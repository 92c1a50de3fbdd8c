import { type CitedQuote, type CitedWords, linesOf, sourceOf } from './cited-words.ts';

/** The words, their source and their link, as people write it in a mail or a note. */
export const toPlainCitation = (words: CitedWords): string =>
  `${toPlainQuote(words)}\n${words.url}`;

/** The words and their source. */
export function toPlainQuote(words: CitedQuote): string {
  const { speaker, episode, show, date, time } = sourceOf(words);
  const source = [speaker, `${episode} (${show})`, date, time].filter(Boolean).join(', ');
  const lines = linesOf(words);
  // One speaker's words and their source on one line can be checked again as they are.
  return lines.length === 1 ? `${lines[0]} — ${source}` : `${lines.join('\n')}\n— ${source}`;
}
