import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf } from '../spoken-piece.ts';

const Sentence = z.object({
  sentence: z.string().optional(),
  text: z.string().optional(),
  speaker_name: z.string().nullish(),
  speaker_id: z.union([z.string(), z.number()]).nullish(),
  start_time: Seconds.optional(),
  end_time: Seconds.optional(),
});
const Transcript = z.object({
  title: z.string().nullish().catch(null),
  sentences: z.array(Sentence),
});
const Document = z.union([
  z.array(Sentence).transform((sentences) => ({ title: null, sentences, path: [] as string[] })),
  Transcript.transform((transcript) => ({ ...transcript, path: ['sentences'] })),
  z.object({ data: z.object({ transcript: Transcript }) }).transform(({ data }) => ({
    ...data.transcript,
    path: ['data', 'transcript', 'sentences'],
  })),
]);

const Sign = z.array(z.object({ speaker_name: z.unknown(), start_time: z.unknown() })).min(1);
const Signs = z.union([
  Sign,
  z.object({ sentences: Sign }),
  z.object({ data: z.object({ transcript: z.object({ sentences: Sign }) }) }),
]);

/** Fireflies: its download, and what its API answers (https://docs.fireflies.ai/schema/transcript). */
export const fireflies = jsonFormat({
  name: 'fireflies-json',
  description: 'Fireflies JSON ([{ "speaker_name", "sentence", "start_time" }])',
  owner: 'Fireflies',
  signs: Signs,
  schema: Document,
  read: ({ title, sentences, path }) => ({
    title,
    pieces: sentences.map(({ sentence, text, speaker_name, speaker_id, ...times }, i) => ({
      text: sentence ?? text ?? '',
      startMs: times.start_time ?? null,
      endMs: times.end_time ?? null,
      speaker: labelOf(speaker_name ?? (speaker_id == null ? null : `Speaker ${speaker_id}`)),
      path: [...path, i],
    })),
  }),
});
