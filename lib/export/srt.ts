import { writeTimestamp } from '../transcript/timestamp.ts';
import { apart, captionsOf } from './caption-lines.ts';
import type { ExportEpisode } from './export-episode.ts';

/** SRT has no way to escape: a sign without width keeps words from being read as tags or entities. */
const harmless = (words: string) =>
  apart(words).replace(/<(?=\/?[a-z])|&(?=[a-z]+;|#\d+;)|\{(?=\\)/gi, '$&\u2060');

/** The transcript as SRT; the speaker's name stands before the first words of every turn. */
export function toSrt(episode: ExportEpisode): string {
  const blocks = captionsOf(episode).map(({ startMs, endMs, lines, speaker, opens }, i) => {
    const name = opens && speaker !== null ? `${speaker}: ` : '';
    const times = `${writeTimestamp(startMs, ',')} --> ${writeTimestamp(endMs, ',')}`;
    return `${i + 1}\n${times}\n${harmless(name + lines.join('\n'))}`;
  });
  return `${blocks.join('\n\n')}\n`;
}
