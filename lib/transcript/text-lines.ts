import { withCharacters } from './character-references.ts';
import type { Line } from './episode-block.ts';

/** The lines of a text, trimmed, counted from 1, with characters for references such as “&#39;”. */
export function linesOf(text: string): Line[] {
  const lines = text.split('\n').map((raw, i): Line => {
    const trimmed = raw.trim();
    const indent = trimmed === '' ? 0 : raw.length - raw.trimStart().length;
    const line = { line: i + 1, text: withCharacters(unwrapped(trimmed)).trim() };
    return indent > 0 ? { ...line, indent } : line;
  });
  const filled = lines.filter(({ text }) => text !== '');
  const isQuoted = ({ text }: Line) => text.startsWith('>') && !text.startsWith('>>');
  const talk = filled.slice(Math.max(0, filled.findIndex(isQuoted)));
  if (talk.filter(isQuoted).length <= talk.length * 0.8) return lines;
  // Below its head all of it is a Markdown quotation: nobody says the signs.
  return lines.map((at) => ({ ...at, text: at.text.replace(/^>(?!>)\s*/, '') }));
}

/** Hugo's `{{< transcript "words" >}}` holds words, as no other command of a site does. */
function unwrapped(line: string): string {
  if (!line.startsWith('{{')) return line;
  const [, words] = /^\{\{[<%]\s*[\w-]*transcript[\w-]*\s+"(.*)"\s*[>%]\}\}$/.exec(line) ?? [];
  return words?.replaceAll('\\"', '"') ?? line;
}

/** To tell a format, so much of a text is enough (characters). */
const SAMPLE = 100_000;

/** The beginning of a text, whole lines, as long as detection needs it: front matter and what follows it. */
export function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const fence = /^\s{0,9}---\s*\n/.test(text.slice(0, 40)) ? text.indexOf('\n---', 12) : 0;
  const end = text.lastIndexOf('\n', Math.max(0, fence) + SAMPLE);
  return text.slice(0, end > 0 ? end : SAMPLE);
}
