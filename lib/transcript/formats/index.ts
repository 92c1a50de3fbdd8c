import { type Transcript, TranscriptError, type TranscriptFormat } from '../transcript.ts';
import { letters } from './letters.ts';
import { podcasting2 } from './podcasting2.ts';
import { srt, cues as srtCues } from './srt.ts';
import { cues as vttCues, webvtt } from './webvtt.ts';

/** Every way of writing a transcript that Earmark reads. */
export const formats: readonly TranscriptFormat[] = [webvtt, srt, podcasting2, letters];

/** Below this no format claims the text. */
const LEAST = 0.3;

/**
 * Reads a transcript in whatever known format it is, told by its content alone.
 * @throws TranscriptError where no format fits, naming those that would, or where the one that fits is broken.
 */
export function parseTranscript(text: string): Transcript {
  const ranked = formats
    .map((format) => ({ format, sure: format.detect(text) }))
    .sort((a, b) => b.sure - a.sure);
  const best = ranked[0];
  if (!best || best.sure < LEAST) {
    const known = formats.map(({ description }) => description).join('; ');
    throw new TranscriptError(
      `This is no transcript that Earmark can read. It reads: ${known}.`,
      1,
    );
  }
  return best.format.parse(text);
}

/**
 * The timed stretches of a file, as short as it has them (captions one by one, else turns), in
 * milliseconds; empty where it has no times. For carrying times over: merged turns would blur them.
 * @throws TranscriptError as `parseTranscript` does.
 */
export function parseTimes(text: string): { startMs: number; endMs: number; text: string }[] {
  const { format, turns } = parseTranscript(text);
  if (format === webvtt.name) return vttCues(text);
  if (format === srt.name) return srtCues(text);
  return turns.flatMap(({ startMs, endMs, text }) =>
    startMs === null || endMs === null ? [] : [{ startMs, endMs, text }],
  );
}
