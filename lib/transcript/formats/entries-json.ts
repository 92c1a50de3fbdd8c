import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Clock } from '../recorded-time.ts';
import { readSpeech } from '../speech-marks.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';

const Document = z.object({
  podcast: z.string().nullish().catch(null),
  title: z.string().nullish().catch(null),
  transcript: z.array(
    z.object({
      text: z.string(),
      speaker: z.union([z.string(), z.number()]).nullish(),
      voice: z.string().nullish(),
      timestamp: Clock.optional(),
      start: Clock.optional(),
      end: Clock.optional(),
    }),
  ),
});

/** Of a recogniser, whose numbers may be seconds or milliseconds. */
const isRecognisers = (entry: Record<string, unknown>) =>
  typeof entry.start === 'number' ||
  Object.keys(entry).some((key) => /^(?:(?:start|end|begin).|words$)/i.test(key));

const Signs = z.object({
  transcript: z
    .array(z.looseObject({ text: z.string() }))
    .min(1)
    .refine((entries) => entries.some((entry) => 'speaker' in entry || 'timestamp' in entry))
    .refine((entries) => !entries.some(isRecognisers)),
});

/**
 * Turns that people wrote down, as orbit.fm publishes them
 * (https://github.com/orbitfm/orbit.fm/tree/master/transcripts): a clock for the beginning, a name, and
 * words with remarks in brackets, which are notes here as in the text formats.
 */
export const entriesJson = jsonFormat({
  name: 'entries-json',
  description: 'JSON of turns ({ "transcript": [{ "timestamp", "speaker", "text" }] })',
  owner: 'a list of turns',
  signs: Signs,
  sure: 0.9,
  schema: Document,
  read({ podcast, title, transcript }) {
    const asides: { text: string; path: JsonPath }[] = [];
    const pieces = transcript.map(
      ({ speaker, voice, timestamp, start, end, text }, i): SpokenPiece => {
        const path = ['transcript', i];
        const speech = readSpeech(text, 'plain');
        for (const mark of speech.marks) asides.push({ text: mark, path });
        const startMs = timestamp ?? start ?? null;
        return {
          text: speech.text,
          startMs,
          endMs: end ?? null,
          speaker: labelOf(voice || speaker),
          path,
        };
      },
    );
    return { pieces, asides, show: podcast, title };
  },
});
