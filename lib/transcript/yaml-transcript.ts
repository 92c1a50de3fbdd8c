import type { Line } from './episode-block.ts';
import { type Entry, unquote } from './yaml-lines.ts';

/** Fewer words under a key point to a transcript, and are none. */
const LEAST_WORDS = 20;

/** Whether a key of front matter holds what was said. */
export const isTranscriptKey = (key: string | null): boolean =>
  key !== null &&
  /^(?:clean[_ -]|full[_ -])?(?:transcript|transcription|transkript|transcripción)(?:[_ -](?:text|body|md|markdown))?$/.test(
    key,
  );

/**
 * The lines of a transcript that stands in front matter: a block of text, or a list of turns (`who`, `time`, `line`)
 * and headings (`header`), which are written as Markdown has them. Null where it holds none.
 */
export function transcriptLines(entry: Entry): Line[] | null {
  const lines = entry.items.length > 0 ? listed(entry.lines.slice(1)) : entry.lines.slice(1);
  const words = lines.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  return words < LEAST_WORDS || (entry.items.length === 0 && !entry.block) ? null : lines;
}

const NAMES: Record<string, 'who' | 'time' | 'line' | 'header'> = {
  who: 'who',
  speaker: 'who',
  name: 'who',
  author: 'who',
  time: 'time',
  start: 'time',
  timestamp: 'time',
  line: 'line',
  text: 'line',
  body: 'line',
  content: 'line',
  header: 'header',
  heading: 'header',
  chapter: 'header',
  title: 'header',
};

/** Each entry of the list as a line; its parts may go on over several. */
function listed(lines: readonly Line[]): Line[] {
  const entries: { line: number; parts: Map<string, string> }[] = [];
  let part = '';
  for (const { line, text } of lines) {
    if (text === '') continue;
    const item = /^-\s+(.*)$/.exec(text);
    if (item) entries.push({ line, parts: new Map() });
    const parts = entries.at(-1)?.parts;
    const [, key, value = ''] = /^([a-z_]{2,12}):(?:\s+(.*))?$/.exec(item?.[1] ?? text) ?? [];
    const known = key === undefined ? undefined : NAMES[key];
    if (known) part = known;
    else if (key !== undefined && (item || /^\S*$/.test(value))) part = 'other';
    if (known || part !== 'other')
      parts?.set(part, `${parts.get(part) ?? ''} ${known ? value : text}`);
  }
  return entries.flatMap(({ line, parts }) => {
    const of = (name: string) => unquote((parts.get(name) ?? '').replace(/^\s*[|>][+-]?\s/, ''));
    if (of('header'))
      return [
        { line, text: '' },
        { line, text: `## ${of('header')}` },
      ];
    const time = of('time') === '' ? '' : `[${of('time')}] `;
    const who = of('who') === '' ? '' : `**${of('who')}:** `;
    return of('line') === ''
      ? []
      : [
          { line, text: '' },
          { line, text: `${who}${time}${of('line')}` },
        ];
  });
}
