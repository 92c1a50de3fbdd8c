import { z } from 'zod';
import { ofChannels } from '../channels.ts';
import { jsonFormat } from '../json-format.ts';
import { GoogleDuration } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Time = GoogleDuration.optional();
const Word = z.object({
  word: z.string(),
  startTime: Time,
  endTime: Time,
  startOffset: Time,
  endOffset: Time,
  start_time: Time,
  end_time: Time,
  speakerTag: Label,
  speakerLabel: Label,
  speaker_tag: Label,
});
const Result = z.object({
  alternatives: z
    .array(z.object({ transcript: z.string().default(''), words: z.array(Word).nullish() }))
    .default([]),
  channelTag: Label,
  languageCode: z.string().nullish(),
  resultEndTime: Time,
  resultEndOffset: Time,
});
const Results = z.object({ results: z.array(Result) });
const Document = z.union([
  Results.transform(({ results }) => ({ results, at: [] as string[] })),
  z
    .object({ response: Results })
    .transform(({ response: { results } }) => ({ results, at: ['response'] })),
]);
type Result = z.infer<typeof Result>;
type Word = z.infer<typeof Word>;

const Recognised = z.object({
  results: z
    .array(
      z.looseObject({
        alternatives: z
          .array(
            z.object({
              transcript: z.string().optional(),
              words: z.array(z.object({ word: z.string() })).optional(),
            }),
          )
          .min(1)
          .optional(),
        type: z.undefined().optional(),
      }),
    )
    .refine((results) =>
      results.some(({ alternatives }) =>
        alternatives?.some(({ transcript, words }) => transcript !== undefined || words),
      ),
    ),
});
const Signs = z.union([Recognised, z.object({ response: Recognised })]);

/**
 * Google Cloud Speech-to-Text, v1 and v2, alone or as the response of a finished operation
 * (https://cloud.google.com/speech-to-text/docs/reference/rest/v1/SpeechRecognitionResult). Where speakers
 * were asked for the last result repeats every word of those before, now with its speaker.
 */
export const googleSpeech = jsonFormat({
  name: 'google-speech-json',
  description:
    'Google Speech-to-Text JSON ({ "results": [{ "alternatives": [{ "words": [{ "startTime", "speakerTag" }] }] }] })',
  owner: 'Google Speech-to-Text',
  signs: Signs,
  schema: Document,
  read({ results, at }) {
    const read = results.map((result, i) => ({
      result,
      pieces: piecesOf(result, [...at, 'results', i], results[i - 1]),
    }));
    const opening = ({ pieces }: { pieces: readonly SpokenPiece[] }) =>
      pieces[0]?.text.trim().split(/\s/u)[0];
    const tagged = (pieces: readonly SpokenPiece[]) => pieces.some(({ speaker }) => speaker);
    const last = read.at(-1);
    const before = read.slice(0, -1);
    const repeats =
      last &&
      tagged(last.pieces) &&
      opening(last) === opening(before.find(({ pieces }) => pieces.length > 0) ?? last) &&
      !before.some(({ pieces }) => tagged(pieces)) &&
      before.reduce((sum, { pieces }) => sum + pieces.length, 0) <= last.pieces.length;
    const kept = repeats ? [last] : read;
    const stretches = kept.map(({ result, pieces }) => ({
      channel: labelOf(result.channelTag),
      pieces,
    }));
    return { language: results[0]?.languageCode, pieces: ofChannels(stretches) };
  },
});

function piecesOf(
  { alternatives: [best], resultEndTime, resultEndOffset }: Result,
  at: readonly (string | number)[],
  before: Result | undefined,
): readonly SpokenPiece[] {
  if (!best) return [];
  const path = [...at, 'alternatives', 0];
  const words = (best.words ?? []).map((word, i) => pieceOf(word, [...path, 'words', i]));
  const whole = {
    text: best.transcript,
    startMs: words[0]?.startMs ?? before?.resultEndTime ?? before?.resultEndOffset ?? null,
    endMs: words.at(-1)?.endMs ?? resultEndTime ?? resultEndOffset ?? null,
    speaker: null,
    path,
  };
  return wordsOrText(words, words.some(({ speaker }) => speaker) ? { ...whole, text: '' } : whole);
}

/** A word at 0 has no `startTime` at all, as protocol buffers leave zeros out. */
function pieceOf(word: Word, path: readonly (string | number)[]): SpokenPiece {
  const starts = [word.startTime, word.startOffset, word.start_time];
  const endMs = word.endTime ?? word.endOffset ?? word.end_time ?? null;
  const left = endMs !== null && starts.every((start) => start === undefined);
  const startMs = left ? 0 : (starts.find((start) => typeof start === 'number') ?? null);
  const tag = labelOf(word.speakerLabel) || labelOf(word.speakerTag ?? word.speaker_tag);
  // "あ|ア": how it is written, then how it is read.
  const text = word.word.split('|')[0] || word.word;
  return { text, startMs, endMs, speaker: tag === '0' ? null : tag, path };
}
