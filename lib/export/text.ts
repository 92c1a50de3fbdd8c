import { formatClock } from '../timing/clock.ts';
import {
  type ExportEpisode,
  oneLine,
  sectionAt,
  speakerName,
  timingNote,
} from './export-episode.ts';

/** The transcript as plain text: particulars, then sections and turns with names and times. */
export function toText(episode: ExportEpisode): string {
  const head = [
    episode.title,
    [episode.show, episode.date].filter(Boolean).join(' · '),
    episode.url,
    timingNote(episode),
  ].filter(Boolean);
  const blocks = episode.turns.map((turn, i) => {
    const section = sectionAt(episode, i);
    const mark = turn.timing === 'estimated' ? '≈' : '';
    const who = speakerName(episode, turn) ?? 'Unknown speaker';
    const said = `${who} [${mark}${formatClock(turn.startMs)}]\n${oneLine(turn.text)}`;
    return section ? `== ${oneLine(section.title)} ==\n\n${said}` : said;
  });
  return `${head.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}
