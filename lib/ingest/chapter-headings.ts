import type { TurnAnchor } from '../timing/anchors.ts';

/** A published chapter. */
export interface Chapter {
  title: string;
  startMs: number;
}

/**
 * The turn that each chapter begins with: the one whose start is nearest to the chapter's. Chapters
 * that would begin with the same turn share it; the last of them names it.
 */
export function headingsOf(
  chapters: readonly Chapter[],
  turns: readonly { startMs: number }[],
): { title: string; turn: number }[] {
  const ordered = [...chapters].sort((a, b) => a.startMs - b.startMs);
  let turn = 0;
  return ordered.map(({ title, startMs }) => {
    const distance = (at: number) =>
      Math.abs((turns[at]?.startMs ?? Number.POSITIVE_INFINITY) - startMs);
    while (turn + 1 < turns.length && distance(turn + 1) <= distance(turn)) turn++;
    return { title, turn };
  });
}

/** Titles with at least this share of their words in common (Jaccard 1912) are one. */
const SAME_TITLE = 0.6;
/** Longer lists are not compared title by title. */
const MOST_TITLES = 1_000;

/**
 * Chapters whose titles stand as headings in the transcript tell when its turns are said: the heading's
 * turn begins with the chapter. A title that fits several headings or chapters proves nothing.
 */
export function chaptersAtHeadings(
  chapters: readonly Chapter[],
  headings: readonly { title: string; turn: number }[],
): TurnAnchor[] {
  if (Math.max(chapters.length, headings.length) > MOST_TITLES) return [];
  const wordsOf = ({ title }: { title: string }) =>
    new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const published = chapters.map(wordsOf);
  const standing = headings.map(wordsOf);
  return chapters.flatMap(({ startMs }, i) => {
    const fits = standing.flatMap((words, k) => (alike(words, published[i]) ? [k] : []));
    const heading = headings[fits[0] ?? -1];
    const rivals = published.filter((words) => alike(words, standing[fits[0] ?? -1]));
    return heading && fits.length === 1 && rivals.length === 1
      ? [{ turn: heading.turn, ms: startMs }]
      : [];
  });
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string> = new Set()): boolean {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const all = a.size + b.size - common;
  return all > 0 && common >= SAME_TITLE * all;
}
