import { z } from 'zod';
import { interleaveChannels } from '../channels.ts';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';

const Label = z.string().nullish();
const Item = z.object({
  type: z.string(),
  start_time: Seconds.optional(),
  end_time: Seconds.optional(),
  speaker_label: Label,
  alternatives: z.array(z.object({ content: z.string() })),
});
const Document = z.object({
  results: z.object({
    language_code: z.string().nullish(),
    items: z.array(Item),
    speaker_labels: z
      .object({
        segments: z.array(
          z.object({
            items: z
              .array(z.object({ start_time: Seconds.optional(), speaker_label: Label }))
              .default([]),
          }),
        ),
      })
      .nullish(),
    channel_labels: z
      .object({ channels: z.array(z.object({ channel_label: z.string(), items: z.array(Item) })) })
      .nullish(),
  }),
});

const Signs = z.object({
  results: z.object({
    items: z
      .array(
        z.object({ type: z.string(), alternatives: z.array(z.object({ content: z.string() })) }),
      )
      .min(1),
  }),
});

/**
 * Amazon Transcribe (https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html#how-output): items of
 * words and signs, with speakers beside each or, in older files, in a list of their own by time; two
 * channels have a list of items each.
 */
export const awsTranscribe = jsonFormat({
  name: 'aws-transcribe-json',
  description: 'Amazon Transcribe JSON ({ "results": { "items": [{ "type", "alternatives" }] } })',
  owner: 'Amazon Transcribe',
  signs: Signs,
  schema: Document,
  read({ results: { language_code: language, items, speaker_labels, channel_labels } }) {
    const channels = channel_labels?.channels ?? [];
    if (channels.length > 1) {
      const read = channels.map(({ channel_label, items }, i) =>
        piecesOf(items, ['results', 'channel_labels', 'channels', i, 'items'], () => channel_label),
      );
      return { language, pieces: interleaveChannels(read) };
    }
    const byTime = new Map(
      (speaker_labels?.segments ?? []).flatMap(({ items }) =>
        items.map((item) => [item.start_time ?? null, item.speaker_label] as const),
      ),
    );
    const pieces = piecesOf(items, ['results', 'items'], ({ speaker_label, start_time }) =>
      labelOf(speaker_label ?? byTime.get(start_time ?? null)),
    );
    return { language, pieces };
  },
});

function piecesOf(
  items: readonly z.infer<typeof Item>[],
  path: JsonPath,
  speakerOf: (item: z.infer<typeof Item>) => string | null,
): SpokenPiece[] {
  let before: string | null = null;
  return items.map((item, i) => {
    const sign = item.type === 'punctuation';
    const speaker: string | null = sign ? before : speakerOf(item);
    before = speaker;
    return {
      text: item.alternatives[0]?.content ?? '',
      startMs: item.start_time ?? null,
      endMs: item.end_time ?? null,
      speaker,
      attached: sign,
      path: [...path, i],
    };
  });
}
