import { refusalOf } from '../refusal.ts';
import type { Transcript, TranscriptFormat } from '../transcript.ts';
import { bitcoinTranscripts } from './bitcoin-transcripts.ts';
import { html } from './html.ts';
import { letters } from './letters.ts';
import { namedLines } from './named-lines.ts';
import { podcasting2 } from './podcasting2.ts';
import { prose } from './prose.ts';
import { script } from './script.ts';
import { speakerLines } from './speaker-lines.ts';
import { srt, cues as srtCues } from './srt.ts';
import { timedLines } from './timed-lines.ts';
import { cues as vttCues, webvtt } from './webvtt.ts';
import { whisperConsole, cues as whisperCues } from './whisper-console.ts';

/** Every way of writing a transcript that Earmark reads. */
export const formats: readonly TranscriptFormat[] = [
  webvtt,
  srt,
  podcasting2,
  letters,
  bitcoinTranscripts,
  script,
  speakerLines,
  namedLines,
  html,
  whisperConsole,
  timedLines,
  prose,
];

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
  if (!best || best.sure < LEAST) throw refusalOf(text, ranked);
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
  if (format === whisperConsole.name) return whisperCues(text);
  return turns.flatMap(({ startMs, endMs, text }) =>
    startMs === null || endMs === null ? [] : [{ startMs, endMs, text }],
  );
}
