import { leadingTime, trailingTime } from './time-mark.ts';

/** A heading as it stands in a file. */
export interface TopicHeading {
  title: string;
  /** 1 is the highest. */
  level: number;
  /** How many turns stand above it. */
  before: number;
  line: number;
  /** The time that stands in it, in milliseconds. */
  startMs: number | null;
}

/** A topic heading: Markdown's, or "== Topic ==" as Earmark's own text download has it. */
export function headingOf(text: string): { title: string; level: number } | null {
  if (text.length > 300) return null;
  if (text.startsWith('#')) {
    const level = /^#{1,6}(?=\s)/.exec(text)?.[0].length ?? 0;
    const title =
      level > 0
        ? text
            .slice(level)
            .replace(/\s#{1,6}$/, '')
            .trim()
        : '';
    return title === '' ? null : { title, level };
  }
  const framed = text.startsWith('== ') && text.endsWith(' ==') && text.length > 6;
  return framed ? { title: text.slice(3, -3).trim(), level: 2 } : null;
}

/** "Topic [12:34]" or "12:34 Topic" as title and time (null where it is called an estimate); a bare time behind the words belongs to them ("John 3:16"). */
export function readTopicHeading(source: string): { title: string; startMs: number | null } {
  const text = plainTitle(source);
  const lead = leadingTime(text);
  const title = lead?.rest.replace(/^[\s:–—-]+/u, '') ?? '';
  if (lead && title !== '') return { title, startMs: lead.mark.startMs };
  const trail = /[\])]$/.test(text) ? trailingTime(text) : null;
  const before = trail?.before.replace(/[\s:–—-]+$/u, '') ?? '';
  if (trail && before !== '') return { title: before, startMs: trail.mark.startMs };
  return { title: text, startMs: null };
}

/** A title as it is read: the words of links and emphasis, without Markdown's signs and site generators' marks. */
export const plainTitle = (source: string): string =>
  source
    .slice(0, 300)
    .replace(/\s*\{[#.:][^{}]*\}$/, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(\*{1,3}|`+|~~)([^*`~]+)\1/g, '$2')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .trim() || source;

/**
 * Headings with the position of the turn each stands before, among those that have words (`spoken`). One
 * above all others at the top of a file without a title is the title; one after the last turn is a note.
 */
export function placeHeadings<T>(
  headings: readonly TopicHeading[],
  turns: readonly T[],
  spoken: readonly T[],
  known: string | null,
) {
  const place = new Map<T, number>(spoken.map((turn, i) => [turn, i]));
  const next: number[] = [];
  for (let i = turns.length, at = -1; i >= 0; i--) {
    const turn = turns[i];
    if (turn) at = place.get(turn) ?? at;
    next[i] = at;
  }
  const [first] = headings;
  const above = headings
    .slice(1)
    .every(({ before, level }) => before === 0 || level > (first?.level ?? 0));
  const isTitle = known === null && first?.before === 0 && above;
  const again = first?.before === 0 && first.title === known;
  const rest = isTitle || again ? headings.slice(1) : headings;
  const stands = ({ before }: { before: number }) => (next[before] ?? -1) >= 0;
  return {
    title: isTitle ? first.title : null,
    headings: rest.filter(stands).map(({ title, before, startMs, line }) => ({
      title,
      turn: next[before] ?? 0,
      ...(startMs === null ? {} : { startMs, line }),
    })),
    notes: rest
      .filter((heading) => !stands(heading))
      .map(({ line, title }) => ({ line, text: title })),
  };
}
