import { formatClock } from '../timing/clock.ts';

/** Words to be cited, with all that a citation says of them. */
export interface CitedQuote {
  /** Who said what, in order; null where nobody knows who. */
  passages: readonly { speaker: string | null; text: string }[];
  episode: string;
  show: string;
  /** ISO 8601 calendar date, or null. */
  date: string | null;
  /** BCP 47, or null. */
  language: string | null;
  /** When the first speaker's turn begins. */
  startMs: number;
  /** Whether that time is an estimate: it is then called one. */
  estimated: boolean;
}

/** The same with a link that opens on the words. */
export interface CitedWords extends CitedQuote {
  url: string;
}

const UNKNOWN = 'Unknown speaker';

/** Who speaks, each once; nobody whose name is unknown. */
export const speakersOf = ({ passages }: CitedQuote): string[] => [
  ...new Set(passages.flatMap(({ speaker }) => speaker ?? [])),
];

/** “27:31”, or “about 27:31” where it is an estimate. */
export const timeOf = ({ startMs, estimated }: CitedQuote): string =>
  `${estimated ? 'about ' : ''}${formatClock(startMs)}`;

/** One speaker's words as they are, or each speaker's on a line of their own with the name before it. */
export function linesOf({ passages }: CitedQuote): string[] {
  if (passages.length === 1) return [`“${passages[0]?.text ?? ''}”`];
  return passages.map(({ speaker, text }) => `${speaker ?? UNKNOWN}: “${text}”`);
}

/** The source, from the speaker to the time, in parts that stand side by side. */
export function sourceOf(words: CitedQuote) {
  const date = words.date
    ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${words.date}T00:00:00Z`),
      )
    : null;
  const speaker = words.passages.length === 1 ? (words.passages[0]?.speaker ?? UNKNOWN) : null;
  return { speaker, episode: words.episode, show: words.show, date, time: timeOf(words) };
}
