import { writeTimestamp } from '../transcript/timestamp.ts';
import { captionsOf } from './caption-lines.ts';
import { type ExportEpisode, oneLine, timingNote } from './export-episode.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** With ">" escaped no "-->" can stand in a text. */
const escape = (text: string) => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** The transcript as WebVTT (https://www.w3.org/TR/webvtt1/), every cue with its speaker's voice. */
export function toWebVtt(episode: ExportEpisode): string {
  const note = timingNote(episode);
  const blocks = [`WEBVTT\nLanguage: ${oneLine(episode.language)}`];
  blocks.push(`NOTE\n${escape(oneLine(episode.title))}\n${episode.url}${note ? `\n${note}` : ''}`);
  for (const { startMs, endMs, lines, speaker } of captionsOf(episode)) {
    const voice = speaker === null ? '' : `<v ${escape(oneLine(speaker))}>`;
    const times = `${writeTimestamp(startMs, '.')} --> ${writeTimestamp(endMs, '.')}`;
    blocks.push(`${times}\n${voice}${lines.map(escape).join('\n')}`);
  }
  return `${blocks.join('\n\n')}\n`;
}
