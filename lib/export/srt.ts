import { writeTimestamp } from '../transcript/timestamp.ts';
import { apart, captionsOf, unnamed } from './caption-lines.ts';
import { type ExportEpisode, oneLine } from './export-episode.ts';

/** SRT has no way to escape: a sign without width keeps words from being read as tags or entities. */
const harmless = (words: string) =>
  apart(words).replace(/<(?=\/?[a-z])|&(?=[a-z]+;|#\d+;)|\{(?=\\)/gi, '$&\u2060');

/**
 * The transcript as SRT; the speaker's name stands before the first words of every turn, and ">>" where
 * an unknown speaker takes over from a known one.
 */
export function toSrt(episode: ExportEpisode): string {
  const blocks = captionsOf(episode).map(({ startMs, endMs, lines, speaker, opens, leaves }, i) => {
    const name = opens && speaker !== null ? `${oneLine(speaker)}: ` : '';
    const words = lines.join('\n');
    const said = harmless(name ? name + words : unnamed(words));
    const times = `${writeTimestamp(startMs, ',')} --> ${writeTimestamp(endMs, ',')}`;
    return `${i + 1}\n${times}\n${leaves ? '>> ' : ''}${said}`;
  });
  return `${blocks.join('\n\n')}\n`;
}
