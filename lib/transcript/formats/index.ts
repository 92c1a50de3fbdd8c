import { refuseChapters } from '../chapters.ts';
import type { Cue } from '../cue.ts';
import { readJson, seemsJson } from '../json-document.ts';
import { refusalOf } from '../refusal.ts';
import type { Transcript, TranscriptFormat } from '../transcript.ts';
import { ass } from './ass.ts';
import { assemblyai } from './assemblyai.ts';
import { awsCallAnalytics } from './aws-call-analytics.ts';
import { awsTranscribe } from './aws-transcribe.ts';
import { azureSpeech } from './azure-speech.ts';
import { bitcoinTranscripts } from './bitcoin-transcripts.ts';
import { deepgram } from './deepgram.ts';
import { elevenlabs } from './elevenlabs.ts';
import { entriesJson } from './entries-json.ts';
import { fireflies } from './fireflies.ts';
import { gladia } from './gladia.ts';
import { googleSpeech } from './google-speech.ts';
import { html } from './html.ts';
import { letters } from './letters.ts';
import { namedLines } from './named-lines.ts';
import { podcasting2 } from './podcasting2.ts';
import { podloveJson } from './podlove-json.ts';
import { podloveXml } from './podlove-xml.ts';
import { prose } from './prose.ts';
import { revAi } from './rev-ai.ts';
import { sbv } from './sbv.ts';
import { script } from './script.ts';
import { speakerLines } from './speaker-lines.ts';
import { speechmatics } from './speechmatics.ts';
import { speechmaticsV1 } from './speechmatics-v1.ts';
import { srt, cues as srtCues } from './srt.ts';
import { timedJson } from './timed-json.ts';
import { timedLines } from './timed-lines.ts';
import { transformersJson } from './transformers-json.ts';
import { ttml } from './ttml.ts';
import { watson } from './watson.ts';
import { cues as vttCues, webvtt } from './webvtt.ts';
import { whisperConsole, cues as whisperCues } from './whisper-console.ts';
import { whisperCpp } from './whisper-cpp.ts';
import { whisperJson } from './whisper-json.ts';
import { whisperTsv } from './whisper-tsv.ts';
import { whisperx } from './whisperx.ts';
import { youtubeJson } from './youtube-json.ts';
import { youtubeXml } from './youtube-xml.ts';

/** Every way of writing a transcript that Earmark reads. */
export const formats: readonly TranscriptFormat[] = [
  webvtt,
  srt,
  sbv,
  ass,
  podcasting2,
  whisperx,
  whisperJson,
  whisperCpp,
  deepgram,
  assemblyai,
  podloveJson,
  revAi,
  googleSpeech,
  awsTranscribe,
  awsCallAnalytics,
  speechmatics,
  speechmaticsV1,
  azureSpeech,
  watson,
  elevenlabs,
  gladia,
  fireflies,
  transformersJson,
  youtubeJson,
  entriesJson,
  timedJson,
  whisperTsv,
  podloveXml,
  youtubeXml,
  ttml,
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

/** What a letter takes at the usual pace, with its share of pauses (milliseconds). */
const LETTER_MS = 65;

/** Below this no format claims the text. */
const LEAST = 0.3;

/**
 * Reads a transcript in whatever known format it is, told by its content alone.
 * @throws TranscriptError where no format fits, naming those that would, where the one that fits is broken,
 * and for chapters, which are no transcript.
 */
export function parseTranscript(text: string): Transcript {
  // A broken document says where it is broken; no other format would.
  if (seemsJson(text)) readJson(text);
  refuseChapters(text);
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
  const own = parseCues(format, text);
  if (own.length > 0) return own;
  const timed: { startMs: number; endMs: number | null; text: string }[] = [];
  for (const { startMs, endMs, text } of turns) {
    const last = timed.at(-1);
    if (startMs !== null) timed.push({ startMs, endMs, text });
    else if (last && last.endMs === null) last.text += ` ${text}`;
  }
  // Where ends are not stated, a stretch lasts until the next one begins.
  return timed.map(({ startMs, endMs, text }, i) => ({
    startMs,
    endMs: endMs ?? Math.max(startMs, timed[i + 1]?.startMs ?? startMs + text.length * LETTER_MS),
    text,
  }));
}

/**
 * The timed lines or words of a text in a format that has them shorter than turns, in milliseconds; empty
 * for others. The text is one that the format has parsed.
 */
export function parseCues(format: string, text: string): Cue[] {
  if (format === webvtt.name) return vttCues(text);
  if (format === srt.name) return srtCues(text);
  if (format === whisperConsole.name) return whisperCues(text);
  return formats.find(({ name }) => name === format)?.cues?.(text) ?? [];
}
