import { type ExportEpisode, speakerName } from './export-episode.ts';

/**
 * The transcript in Podcasting 2.0's JSON
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md),
 * one segment a turn, times in seconds.
 */
export function toPodcasting2Json(episode: ExportEpisode): string {
  const segments = episode.turns.map((turn) => ({
    speaker: speakerName(episode, turn) ?? undefined,
    startTime: turn.startMs / 1000,
    endTime: turn.endMs / 1000,
    body: turn.text,
  }));
  return `${JSON.stringify({ version: '1.0.0', segments }, null, 2)}\n`;
}
