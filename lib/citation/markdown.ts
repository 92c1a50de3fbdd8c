import { escapeMarkdown } from '../export/markdown.ts';
import { type CitedWords, linesOf, sourceOf } from './cited-words.ts';

/** A block quote with its source below, linked. What was said is never markup. */
export function toMarkdownCitation(words: CitedWords): string {
  const { speaker, episode, show, date, time } = sourceOf(words);
  const title = `*${escapeMarkdown(episode)}*, ${escapeMarkdown(show)}`;
  const source = [speaker && escapeMarkdown(speaker), title, date, time].filter(Boolean);
  const lines = linesOf(words).map(escapeMarkdown);
  return `> ${lines.join('\n>\n> ')}\n>\n> — [${source.join(', ')}](<${words.url}>)\n`;
}
