import type { Line } from './episode-block.ts';
import { readHead } from './head-line.ts';
import { knownKey } from './particulars.ts';

/** A header is near the top, and its values are short (lines, words). */
const NEAR = 200;
const MOST_WORDS = 12;
const SENTENCE_END = /[.!?…。！？]["”’»)]?$/u;

/**
 * How many of the lines are a header: keys such as "Hosts: Ann Lee", and short lines between them that are
 * written alike. A key that comes again, or is followed by a sentence, is somebody who speaks ("Host: Welcome to
 * the show."). Linear.
 */
export function headerEnd(lines: readonly Line[]): number {
  const near = lines.slice(0, NEAR);
  const counts = new Map<string, number>();
  for (const { text } of near) {
    const key = keyOf(text);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let end = 0;
  for (const [i, { text }] of near.entries()) {
    if (text === '') continue;
    const key = keyOf(text);
    const known = knownKey(text);
    if (
      key === null ||
      (counts.get(key) ?? 0) > 1 ||
      (known?.field === 'people' && isSaid(known.value))
    )
      break;
    if (known) end = i + 1;
    else if (isSaid(saidIn(text))) break;
  }
  return end;
}

/** What stands before the colon of a line, if it could be a key. */
function keyOf(text: string): string | null {
  const known = knownKey(text);
  if (known) return known.key;
  const head = readHead(text);
  return head?.colon && !head.mark ? head.label : null;
}

const saidIn = (text: string) => readHead(text)?.rest ?? text;

const isSaid = (value: string) => {
  const words = value.split(/\s+/u).length;
  return words > MOST_WORDS || (words > 3 && SENTENCE_END.test(value));
};
