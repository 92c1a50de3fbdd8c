import type { EpisodeView } from '../store/views.ts';
import { type Fitted, fitText } from './fit.ts';
import { PAPER, voiceColour } from './paper.ts';
import { oneLine, sourceLine } from './quote-card.ts';
import { ribbonRuns } from './ribbon.ts';
import { drawable, type Typeface } from './typeface.ts';

/** Width of the ribbon in pixels, and of one of its columns. */
export const RIBBON = { width: 1056, column: 2 };

/** An episode, laid out for a picture of 1200 × 630 pixels. */
export interface EpisodeCard {
  kind: 'episode';
  source: string;
  title: Fitted;
  /** Who speaks, most words first, each in a colour. */
  people: { text: string; colour: string }[];
  /** Stretches of the ribbon, in pixels from its left. */
  ribbon: { left: number; width: number; colour: string }[];
  length: string;
}

const TITLE = { width: 1056, height: 260, leading: 1.14, sizes: [80, 72, 64, 56, 50] };
const PEOPLE = { width: 1040, gap: 36, size: 30 };
const NO_LETTERS = 'An episode whose title is in letters that this picture does not have';

/** Lays an episode out; `voices` holds the number of each speaker's colour, by index. */
export function episodeCard(
  episode: Pick<EpisodeView, 'title' | 'show' | 'date' | 'speakers' | 'turns' | 'durationMs'>,
  voices: readonly number[],
  length: string,
  regular: Typeface,
  strong: Typeface,
): EpisodeCard {
  const colour = (speaker: number | null) =>
    voiceColour(speaker === null ? null : (voices[speaker] ?? null));
  const title = drawable(episode.title, strong);
  return {
    kind: 'episode',
    source: sourceLine(episode, regular, RIBBON.width),
    title: title
      ? fitText(title, TITLE, strong)
      : fitText(NO_LETTERS, { ...TITLE, sizes: [50] }, strong),
    people: peopleLine(episode.speakers, colour, strong),
    ribbon: ribbonRuns(
      episode.turns,
      Math.max(episode.durationMs, episode.turns.at(-1)?.endMs ?? 0),
      Math.floor(RIBBON.width / RIBBON.column),
    ).map(({ from, columns, speaker }) => ({
      left: from * RIBBON.column,
      width: columns * RIBBON.column,
      colour: colour(speaker),
    })),
    length,
  };
}

/** As many names as stand in one line; how many more there are comes last. */
function peopleLine(
  speakers: EpisodeView['speakers'],
  colour: (speaker: number) => string,
  face: Typeface,
): EpisodeCard['people'] {
  const names = speakers
    .map(({ name, wordCount }, i) => ({ name: drawable(name, face), wordCount, colour: colour(i) }))
    .sort((a, b) => b.wordCount - a.wordCount);
  const shown: EpisodeCard['people'] = [];
  const rest = () => names.length - shown.length;
  let room = PEOPLE.width - 130;
  for (const { name, colour } of names) {
    if (!name) continue;
    const text = shown.length === 0 ? oneLine(name, room, PEOPLE.size, face) : name;
    room -= face.width(text) * PEOPLE.size + PEOPLE.gap;
    if (room < 0 && shown.length > 0) break;
    shown.push({ text, colour });
  }
  if (shown.length > 0 && rest() > 0)
    shown.push({ text: `and ${rest()} more`, colour: PAPER.muted });
  return shown;
}
