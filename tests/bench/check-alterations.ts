import { STOP_WORDS } from '../../lib/understanding/stop-words.ts';

/** Connectives that people put for one another when they quote from memory. */
const CONNECTIVES =
  'and but so because since that which while when then as though although if or well just really actually basically very quite also'.split(
    ' ',
  );

export type Alteration = 'swap' | 'drop' | 'connective';
const ALTERATIONS: readonly Alteration[] = ['swap', 'drop', 'connective'];

/**
 * A sentence as somebody might misquote it: `times` alterations, each a word swapped for another of
 * the corpus, a word dropped, or a connective exchanged or put in. `next` gives numbers from 0 to 1.
 */
export function misquote(
  sentence: string,
  times: number,
  vocabulary: readonly string[],
  next: () => number,
): string {
  const any = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const words = sentence.split(/\s+/);
  const touched = new Set<number>();
  for (let done = 0; done < times; done++) {
    const alteration = any(ALTERATIONS);
    const free = words.flatMap((_, i) => (touched.has(i) ? [] : [i]));
    if (free.length < 4) break;
    if (alteration === 'connective') {
      const at = free.find((i) => CONNECTIVES.includes((words[i] ?? '').toLowerCase()));
      const put = any(CONNECTIVES);
      if (at === undefined) {
        const before = any(free);
        words[before] = `${put} ${words[before]}`;
        touched.add(before);
      } else {
        words[at] = put === words[at] ? 'whereas' : put;
        touched.add(at);
      }
      continue;
    }
    const content = free.filter((i) => !STOP_WORDS.has((words[i] ?? '').toLowerCase()));
    const at = any(content.length > 0 ? content : free);
    words[at] = alteration === 'drop' ? '' : any(vocabulary);
    touched.add(at);
  }
  return words.filter(Boolean).join(' ');
}

/** The same words in another order. */
export function shuffled(sentence: string, next: () => number): string {
  const words = sentence.split(/\s+/);
  for (let i = words.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [words[i], words[j]] = [words[j] ?? '', words[i] ?? ''];
  }
  return words.join(' ');
}
