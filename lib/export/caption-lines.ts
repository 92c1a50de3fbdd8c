import { timeAt } from '../timing/moment.ts';
import { speakerPrefix } from '../transcript/speaker-prefix.ts';
import { type ExportEpisode, oneLine, speakerName } from './export-episode.ts';

/** A caption as it is shown: at most two lines. */
export interface Caption {
  startMs: number;
  endMs: number;
  lines: string[];
  /** Who speaks; null where nobody knows. */
  speaker: string | null;
  /** The first caption of a turn. */
  opens: boolean;
  /** Nobody knows who speaks now, but it is someone other than the known speaker before. */
  leaves: boolean;
}

/** What the BBC's and Netflix's subtitle guides agree on. */
const LINE_CHARACTERS = 42;
const MOST_LINES = 2;

/** Turns cut at words into captions of two short lines, with the times of their words. */
export function captionsOf(episode: ExportEpisode): Caption[] {
  return episode.turns.flatMap((turn, position) => {
    const speaker = speakerName(episode, turn);
    const before = episode.turns[position - 1];
    const leaves = speaker === null && before && speakerName(episode, before) !== null;
    const text = oneLine(turn.text);
    const lines = wrap(text);
    const groups: string[][] = [];
    for (let i = 0; i < lines.length; i += MOST_LINES) groups.push(lines.slice(i, i + MOST_LINES));
    let passed = 0;
    const at = (offset: number) =>
      offset < text.length ? timeAt({ ...turn, text }, offset) : Math.max(turn.startMs, turn.endMs);
    return groups.map((group, i) => {
      const startMs = at(passed);
      // Each line was followed by a space.
      passed += group.reduce((sum, line) => sum + line.length + 1, 0);
      return {
        startMs,
        endMs: at(passed),
        lines: group,
        speaker,
        opens: i === 0,
        leaves: i === 0 && leaves === true,
      };
    });
  });
}

/** A sign without width (U+2060) in "-->" and ">>": words cannot forge a cue or a change of speaker. */
export const apart = (words: string): string => words.replace(/>(?=>)|-(?=->)/g, '$&\u2060');

/** Words of a caption that no speaker's name precedes: a sign without width keeps "Bo: …" from naming one. */
export const unnamed = (words: string): string =>
  speakerPrefix(words.replace(/\s+/gu, ' '))
    ? words.replace(/^(?=[[(])|[:：]/u, '\u2060$&')
    : words;

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_CHARACTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
