import { type Transcript, TranscriptError, type TranscriptFormat } from '../transcript.ts';
import { letters } from './letters.ts';
import { podcasting2 } from './podcasting2.ts';
import { srt } from './srt.ts';
import { webvtt } from './webvtt.ts';

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
