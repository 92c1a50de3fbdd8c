import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf } from '../spoken-piece.ts';

const Chunk = z.object({
  text: z.string(),
  timestamp: z.tuple([Seconds.nullable(), Seconds.nullable()]),
  speaker: z.union([z.string(), z.number()]).nullish(),
});
const Document = z.object({ chunks: z.array(Chunk) });
const Signs = z.object({
  chunks: z.array(z.object({ text: z.string(), timestamp: z.array(z.unknown()) })).min(1),
});

/**
 * What Hugging Face's speech recognition pipelines return with `return_timestamps`
 * (https://huggingface.co/docs/transformers/main_classes/pipelines): sentences or words, in seconds.
 */
export const transformersJson = jsonFormat({
  name: 'transformers-json',
  description: 'Transformers JSON ({ "chunks": [{ "timestamp": [0, 3.5], "text" }] })',
  owner: 'Transformers',
  signs: Signs,
  schema: Document,
  read: ({ chunks }) => ({
    pieces: chunks.map(({ text, timestamp: [startMs, endMs], speaker }, i) => ({
      text,
      startMs,
      endMs,
      speaker: labelOf(speaker),
      attached: i > 0 && !/^\s/u.test(text) && chunks.some((chunk) => /^\s/u.test(chunk.text)),
      path: ['chunks', i],
    })),
  }),
});
