import type { TimedEntry } from './timed-entry.ts';

/** People say some fifteen letters a second, also with long silences more than this. */
const LETTERS_A_SECOND = 0.15;

/**
 * The unit of bare numbers in a list of what was said, told by how fast somebody would have to speak: in
 * the wrong one it is a thousand times too fast or too slow. `entries` are in the order of speech.
 */
export function unitOf(entries: readonly TimedEntry[]): 'ms' | 's' {
  let [letters, first, last] = [0, Number.POSITIVE_INFINITY, 0];
  for (const { text, start, end, lasts } of entries) {
    letters += text?.length ?? 0;
    const from = numberOf(start?.value);
    const to = numberOf(end?.value) ?? (from ?? 0) + (numberOf(lasts?.value) ?? 0);
    first = Math.min(first, from ?? first);
    last = Math.max(last, from ?? last, to);
  }
  return last > first && letters / (last - first) < LETTERS_A_SECOND ? 'ms' : 's';
}

function numberOf(value: string | number | undefined): number | null {
  const number = typeof value === 'string' ? Number(value || Number.NaN) : value;
  return number === undefined || Number.isNaN(number) ? null : number;
}
