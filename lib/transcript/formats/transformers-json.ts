import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { attachedAsWritten, labelOf } from '../spoken-piece.ts';

const Chunk = z.object({
  text: z.string(),
  timestamp: z.tuple([Seconds.nullable(), Seconds.nullable()]),
  speaker: z.union([z.string(), z.number()]).nullish(),
});
const Document = z.object({
  chunks: z.array(Chunk),
  speakers: z.array(Chunk).nullish().catch(null),
});
const Signs = z.object({
  chunks: z.array(z.object({ text: z.string(), timestamp: z.array(z.unknown()) })).min(1),
});

/**
 * What Hugging Face's speech recognition pipelines return with `return_timestamps`
 * (https://huggingface.co/docs/transformers/main_classes/pipelines): sentences or words, in seconds.
 * insanely-fast-whisper says who speaks in a second list of the same words
 * (https://github.com/Vaibhavs10/insanely-fast-whisper).
 */
export const transformersJson = jsonFormat({
  name: 'transformers-json',
  description: 'Transformers JSON ({ "chunks": [{ "timestamp": [0, 3.5], "text" }] })',
  owner: 'Transformers',
  signs: Signs,
  schema: Document,
  read({ chunks, speakers }) {
    const [list, key] = speakers?.length ? [speakers, 'speakers'] : [chunks, 'chunks'];
    const attached = attachedAsWritten(list.map(({ text }) => text));
    const pieces = list.map(({ text, timestamp: [startMs, endMs], speaker }, i) => ({
      text,
      startMs,
      endMs,
      speaker: labelOf(speaker),
      attached: attached[i],
      path: [key, i],
    }));
    return { pieces };
  },
});
