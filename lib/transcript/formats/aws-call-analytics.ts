import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Milliseconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Times = {
  Content: z.string(),
  BeginOffsetMillis: Milliseconds.optional(),
  EndOffsetMillis: Milliseconds.optional(),
};
const Document = z.object({
  LanguageCode: z.string().nullish(),
  Transcript: z.array(
    z.object({
      ...Times,
      ParticipantRole: z.string().nullish(),
      ParticipantId: z.string().nullish(),
      Items: z.array(z.object(Times)).nullish(),
    }),
  ),
});
const Signs = z.object({
  Transcript: z.array(z.object({ Content: z.string(), BeginOffsetMillis: z.unknown() })).min(1),
});

/**
 * Amazon Transcribe Call Analytics, and Contact Lens
 * (https://docs.aws.amazon.com/transcribe/latest/dg/tca-post-call.html): turns of the roles in a call.
 */
export const awsCallAnalytics = jsonFormat({
  name: 'aws-call-analytics-json',
  description:
    'Amazon Transcribe Call Analytics JSON ({ "Transcript": [{ "ParticipantRole", "Content", "BeginOffsetMillis" }] })',
  owner: 'Amazon Transcribe Call Analytics',
  signs: Signs,
  schema: Document,
  read: ({ LanguageCode: language, Transcript }) => ({
    language,
    pieces: Transcript.flatMap(({ Items, ParticipantRole, ParticipantId, ...turn }, i) => {
      const path = ['Transcript', i];
      const speaker = labelOf(ParticipantRole || ParticipantId);
      const words = (Items ?? []).map((item, at) => ({
        ...pieceOf(item, speaker),
        path: [...path, 'Items', at],
      }));
      return wordsOrText(words, { ...pieceOf(turn, speaker), path });
    }),
  }),
});

const pieceOf = (
  { Content, BeginOffsetMillis, EndOffsetMillis }: z.infer<z.ZodObject<typeof Times>>,
  speaker: string | null,
): SpokenPiece => ({
  text: Content,
  startMs: BeginOffsetMillis ?? null,
  endMs: EndOffsetMillis ?? null,
  speaker,
});
