import { z } from 'zod';
import { ofChannels } from '../channels.ts';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Seconds } from '../recorded-time.ts';
import { attachedAsWritten, labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Times = {
  start: Seconds.optional(),
  end: Seconds.optional(),
  time_begin: Seconds.optional(),
  time_end: Seconds.optional(),
};
const Label = z.union([z.string(), z.number()]).nullish();
const Utterance = z.object({
  text: z.string().nullish(),
  transcription: z.string().nullish(),
  language: z.string().nullish(),
  speaker: Label,
  channel: Label,
  words: z.array(z.object({ word: z.string(), ...Times })).nullish(),
  ...Times,
});
type Utterance = z.infer<typeof Utterance>;

const Utterances = z.object({ utterances: z.array(Utterance) });
const placed = (utterances: readonly Utterance[], path: JsonPath) => ({ utterances, path });
const Document = z.union([
  z
    .object({ result: z.object({ transcription: Utterances }) })
    .transform(({ result }) =>
      placed(result.transcription.utterances, ['result', 'transcription', 'utterances']),
    ),
  z
    .object({ transcription: Utterances })
    .transform(({ transcription }) =>
      placed(transcription.utterances, ['transcription', 'utterances']),
    ),
  z
    .object({ result: Utterances })
    .transform(({ result }) => placed(result.utterances, ['result', 'utterances'])),
  Utterances.transform(({ utterances }) => placed(utterances, ['utterances'])),
  z
    .object({ prediction: z.array(Utterance) })
    .transform(({ prediction }) => placed(prediction, ['prediction'])),
]);

const Word = z.object({ word: z.string() });
const Sign = z
  .array(z.object({ text: z.string(), start: z.number(), words: z.array(Word).min(1) }))
  .min(1);
const Signs = z.union([
  z.object({ result: z.object({ transcription: z.object({ utterances: Sign }) }) }),
  z.object({ transcription: z.object({ utterances: Sign }) }),
  z.object({ result: z.object({ utterances: Sign }) }),
  z.object({ utterances: Sign }),
  z.object({
    prediction: z
      .array(z.object({ transcription: z.string(), time_begin: z.number(), words: z.unknown() }))
      .min(1),
  }),
]);

/**
 * Gladia (https://docs.gladia.io/api-reference/v2/pre-recorded/get): utterances in seconds, whose words bring
 * their own spaces along. Its first version called them a prediction.
 */
export const gladia = jsonFormat({
  name: 'gladia-json',
  description:
    'Gladia JSON ({ "result": { "transcription": { "utterances": [{ "start", "words": [{ "word" }] }] } } })',
  owner: 'Gladia',
  signs: Signs,
  schema: Document,
  read({ utterances, path }) {
    const stretches = utterances.map((utterance, i) => ({
      channel: labelOf(utterance.channel),
      pieces: piecesOf(utterance, [...path, i]),
    }));
    return { language: utterances[0]?.language, pieces: ofChannels(stretches) };
  },
});

function piecesOf(utterance: Utterance, path: JsonPath): readonly SpokenPiece[] {
  const { text, transcription, words } = utterance;
  const speaker = labelOf(utterance.speaker);
  const whole = { text: text ?? transcription ?? '', ...timesOf(utterance), speaker, path };
  const attached = attachedAsWritten((words ?? []).map(({ word }) => word));
  const own = (words ?? []).map((word, i) => ({
    text: word.word,
    ...timesOf(word),
    speaker,
    attached: attached[i],
    path: [...path, 'words', i],
  }));
  return wordsOrText(own, whole);
}

const timesOf = ({
  start,
  end,
  time_begin,
  time_end,
}: Omit<Utterance, 'words'> & Partial<Utterance>) => ({
  startMs: start ?? time_begin ?? null,
  endMs: end ?? time_end ?? null,
});
