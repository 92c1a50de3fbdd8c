import { type ExportEpisode, speakerName } from './export-episode.ts';

/**
 * The transcript in Podcasting 2.0's JSON
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md),
 * one segment a turn, times in seconds. A missing name means that the speaker before goes on, so the
 * name is empty where an unknown speaker takes over from a known one.
 */
export function toPodcasting2Json(episode: ExportEpisode): string {
  const names = episode.turns.map((turn) => speakerName(episode, turn));
  const segments = episode.turns.map((turn, i) => ({
    speaker: names[i] ?? (names[i - 1] ? '' : undefined),
    startTime: turn.startMs / 1000,
    endTime: turn.endMs / 1000,
    body: turn.text,
  }));
  return `${JSON.stringify({ version: '1.0.0', segments }, null, 2)}\n`;
}
