import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Word = z.object({
  word: z.string(),
  start: Seconds.optional(),
  end: Seconds.optional(),
  speaker: Label,
});
const Document = z.object({
  language: z.string().nullish(),
  segments: z.array(
    z.object({
      text: z.string(),
      start: Seconds.optional(),
      end: Seconds.optional(),
      speaker: Label,
      speaker_id: Label,
      words: z.array(Word).nullish(),
    }),
  ),
});
type Segment = z.infer<typeof Document>['segments'][number];

const Text = { text: z.string(), start: z.unknown() };
const Placed = z.object({ word: z.string(), score: z.number().nullable() });
/** What Whisper itself never writes: speakers, and words with a score. */
const Aligned = z.union([
  z.object({ ...Text, speaker_id: z.union([z.string(), z.number()]) }),
  z.object({ ...Text, speaker: z.union([z.string(), z.number(), z.null()]) }),
  z.object({
    ...Text,
    words: z
      .array(z.unknown())
      .refine((words) => words.some((word) => Placed.safeParse(word).success)),
  }),
]);
const Signs = z.union([
  z.object({ segments: z.array(z.object(Text)).min(1), word_segments: z.array(z.unknown()) }),
  z.object({
    segments: z
      .array(z.looseObject(Text))
      .refine((segments) => segments.some((segment) => Aligned.safeParse(segment).success)),
  }),
]);

/**
 * WhisperX: Whisper with words placed in time and, where asked for, speakers
 * (https://github.com/m-bain/whisperX/blob/main/whisperx/schema.py). Words that the aligner does not know,
 * numbers above all, have no times. A turn ends where the speaker of the words changes.
 */
export const whisperx = jsonFormat({
  name: 'whisperx-json',
  description:
    'WhisperX JSON ({ "segments": [{ "text", "speaker", "words": [{ "word", "score" }] }] })',
  owner: 'WhisperX',
  signs: Signs,
  schema: Document,
  read: ({ language, segments }) => ({ language, pieces: segments.flatMap(piecesOf) }),
});

function piecesOf({ text, start, end, speaker, speaker_id, words }: Segment, i: number) {
  const path = ['segments', i];
  const own = labelOf(speaker ?? speaker_id);
  const whole: SpokenPiece = {
    text,
    startMs: start ?? null,
    endMs: end ?? null,
    speaker: own,
    path,
  };
  // A word that could not be placed has no speaker either: it goes with the words beside it.
  let current = labelOf(words?.find(({ speaker }) => labelOf(speaker))?.speaker) ?? own;
  const pieces = (words ?? []).map((word, at): SpokenPiece => {
    current = labelOf(word.speaker) ?? current;
    const { start = null, end = null } = word;
    return {
      text: word.word,
      startMs: start,
      endMs: end,
      speaker: current,
      path: [...path, 'words', at],
    };
  });
  return wordsOrText(pieces, whole);
}
