import type { EpisodeRef, TurnView } from '../store/views.ts';
import { type Fitted, fitText } from './fit.ts';
import { FIRST_DASHED, PAPER, voiceColour } from './paper.ts';
import { dayInWords, joined, spokenClock } from './source-line.ts';
import { drawable, type Typeface } from './typeface.ts';

/** Somebody's words, laid out for a picture of 1200 × 630 pixels. */
export interface QuoteCard {
  kind: 'quote';
  words: Fitted;
  /** False where a sentence stands for words that cannot be drawn. */
  verbatim: boolean;
  rule: { colour: string; dashed: boolean };
  name: { text: string; colour: string } | null;
  /** Role and time. */
  moment: string;
  title: string | null;
  source: string;
}

export interface Quoted {
  text: string;
  /** Of the speaker; null where nobody knows. */
  name: string | null;
  role: string | null;
  /** Number of the speaker's colour, or null. */
  voice: number | null;
  turn: Pick<TurnView, 'startMs' | 'timing'>;
  episode: Pick<EpisodeRef, 'title' | 'show' | 'date'>;
}

const WORDS = { width: 1004, height: 372, leading: 1.3, sizes: [84, 66, 58, 51, 45, 40, 36, 32] };
const LINE = { height: 40, leading: 1.3 };

/** Stands where the typeface has no letters for what was said. */
const NO_LETTERS =
  'These words are in letters that this picture does not have. The page behind the link shows them.';

/** Lays a quote out. What cannot be drawn is left out or said to be left out, never replaced. */
export function quoteCard(quoted: Quoted, regular: Typeface, strong: Typeface): QuoteCard {
  const { name, role, voice, turn, episode } = quoted;
  const text = drawable(quoted.text, regular);
  const person = drawable(name ?? 'Unknown speaker', strong);
  const title = drawable(episode.title, regular);
  return {
    kind: 'quote',
    words: text
      ? fitText(`“${text}”`, WORDS, regular, '…”')
      : fitText(NO_LETTERS, { ...WORDS, sizes: [40] }, regular),
    verbatim: text !== null,
    rule: { colour: voiceColour(voice), dashed: (voice ?? 0) >= FIRST_DASHED },
    name: person
      ? {
          text: oneLine(person, 640, 30, strong),
          colour: voice === null ? PAPER.ink : voiceColour(voice),
        }
      : null,
    moment: joined([role, spokenClock(turn.startMs, turn.timing)]),
    title: title && oneLine(title, 860, 26, regular),
    source: sourceLine(episode, regular),
  };
}

/** Show and date, as far as they can be drawn. */
export const sourceLine = (
  episode: Pick<EpisodeRef, 'show' | 'date'>,
  face: Typeface,
  width = 860,
): string => {
  const day = dayInWords(episode.date);
  const show = drawable(episode.show.title, face);
  const room = width - 26 * face.width(day ?? '') - 40;
  return joined([show && oneLine(show, room, 26, face), day]);
};

/** Text on one line of so many pixels, cut where it is longer. */
export function oneLine(text: string, width: number, size: number, face: Typeface): string {
  return fitText(
    text,
    { ...LINE, height: size * LINE.leading, width, sizes: [size] },
    face,
  ).lines.join('');
}
