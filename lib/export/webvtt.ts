import { writeTimestamp } from '../transcript/timestamp.ts';
import { apart, captionsOf, unnamed } from './caption-lines.ts';
import { type ExportEpisode, oneLine, timingNote } from './export-episode.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeVtt = (text: string) => apart(text).replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/**
 * The transcript as WebVTT (https://www.w3.org/TR/webvtt1/), every cue with its speaker's voice, and
 * ">>" where an unknown speaker takes over from a known one.
 */
export function toWebVtt(episode: ExportEpisode): string {
  const note = timingNote(episode);
  const blocks = [`WEBVTT\nLanguage: ${oneLine(episode.language)}`];
  blocks.push(
    `NOTE\n${escapeVtt(oneLine(episode.title))}\n${episode.url}${note ? `\n${note}` : ''}`,
  );
  for (const { startMs, endMs, lines, speaker, leaves } of captionsOf(episode)) {
    const voice = speaker === null ? '' : `<v ${escapeVtt(oneLine(speaker))}>`;
    const mark = leaves ? '&gt;&gt; ' : '';
    const words = lines.join('\n');
    const said = escapeVtt(speaker === null ? unnamed(words) : words);
    const times = `${writeTimestamp(startMs, '.')} --> ${writeTimestamp(endMs, '.')}`;
    blocks.push(`${times}\n${voice}${mark}${said}`);
  }
  return `${blocks.join('\n\n')}\n`;
}
