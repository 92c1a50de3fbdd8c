import { z } from 'zod';
import { channelLabel, interleaveChannels } from '../channels.ts';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Word = z.object({
  text: z.string(),
  type: z.string(),
  start: Seconds.optional(),
  end: Seconds.optional(),
  speaker_id: Label,
});
const Words = z.object({
  language_code: z.string().nullish(),
  words: z.array(Word),
  channel_index: z.number().nullish(),
});
const Document = z.union([
  Words.transform((whole) => ({ lists: [{ ...whole, path: ['words'] as JsonPath }] })),
  z.object({ transcripts: z.array(Words) }).transform(({ transcripts }) => ({
    lists: transcripts.map((list, i) => ({ ...list, path: ['transcripts', i, 'words'] })),
  })),
  z
    .object({ language_code: z.string().nullish(), segments: z.array(Words) })
    .transform(({ language_code, segments }) => ({
      lists: segments.map((list, i) => ({
        ...list,
        language_code,
        path: ['segments', i, 'words'] as JsonPath,
      })),
    })),
]);

const Sign = z
  .array(z.object({ text: z.string(), type: z.enum(['word', 'spacing', 'audio_event']) }))
  .min(1);
const Signs = z.union([
  z.object({ words: Sign }),
  z.object({ transcripts: z.array(z.object({ words: Sign })).min(1) }),
  z.object({ segments: z.array(z.object({ words: Sign })).min(1) }),
]);

/**
 * ElevenLabs Scribe (https://elevenlabs.io/docs/api-reference/speech-to-text/convert): words, the spaces
 * between them, and sounds, which are notes here; several channels have a transcript each.
 */
export const elevenlabs = jsonFormat({
  name: 'elevenlabs-json',
  description: 'ElevenLabs JSON ({ "words": [{ "text", "start", "end", "type", "speaker_id" }] })',
  owner: 'ElevenLabs',
  signs: Signs,
  sure: 0.96,
  schema: Document,
  read({ lists }) {
    const asides: { text: string; path: JsonPath }[] = [];
    const read = lists.map(({ words, channel_index, path }) => {
      const spaced = words.some(({ type }) => type === 'spacing');
      const pieces: SpokenPiece[] = [];
      let open = true;
      for (const [i, { text, type, start, end, speaker_id }] of words.entries()) {
        const at = [...path, i];
        if (type === 'word') {
          const who = labelOf(speaker_id);
          const speaker = channel_index == null ? who : channelLabel(channel_index, who);
          const attached = spaced && !open;
          pieces.push({
            text,
            startMs: start ?? null,
            endMs: end ?? null,
            speaker,
            attached,
            path: at,
          });
        } else if (type !== 'spacing') asides.push({ text, path: at });
        open = type !== 'word';
      }
      return pieces;
    });
    const channels = new Set(lists.map(({ channel_index }) => channel_index ?? null)).size > 1;
    return {
      language: lists[0]?.language_code,
      pieces: channels ? interleaveChannels(read) : read.flat(),
      asides,
    };
  },
});
