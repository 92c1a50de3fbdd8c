import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { attachedAsWritten, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

/** whisper-timestamped calls a word its text (https://github.com/linto-ai/whisper-timestamped). */
const Word = z
  .object({
    word: z.string().optional(),
    text: z.string().optional(),
    start: Seconds.optional(),
    end: Seconds.optional(),
  })
  .transform(({ word, text, start = null, end = null }) => ({
    text: word ?? text ?? '',
    startMs: start,
    endMs: end,
  }));
const Document = z.object({
  text: z.string().nullish(),
  language: z.string().nullish(),
  segments: z
    .array(
      z.object({
        text: z.string(),
        start: Seconds.optional(),
        end: Seconds.optional(),
        words: z.array(Word).nullish(),
      }),
    )
    .nullish(),
  words: z.array(Word).nullish(),
});
type Words = z.infer<typeof Word>[];

const Signs = z.union([
  z.object({
    segments: z.array(z.object({ start: z.unknown(), end: z.unknown(), text: z.string() })).min(1),
  }),
  z.object({
    text: z.string(),
    words: z.array(z.object({ word: z.string(), start: z.unknown(), end: z.unknown() })).min(1),
  }),
]);

/**
 * What Whisper writes with `--output_format json`
 * (https://github.com/openai/whisper/blob/main/whisper/transcribe.py), and OpenAI's `verbose_json`
 * (https://platform.openai.com/docs/api-reference/audio/verbose-json-object), whose words stand beside the
 * segments or in place of them.
 */
export const whisperJson = jsonFormat({
  name: 'whisper-json',
  description: 'Whisper JSON ({ "segments": [{ "start", "end", "text" }] })',
  owner: 'Whisper',
  signs: Signs,
  sure: 0.9,
  schema: Document,
  read({ text, language, segments, words }) {
    const all = piecesOf(words ?? [], ['words']);
    const [startMs = null, endMs = null] = [all[0]?.startMs, all.at(-1)?.endMs];
    const whole = { text: text ?? '', startMs, endMs, speaker: null, path: ['words', 0] };
    const placed = wordsOrText(all, whole);
    if (!segments || segments.length === 0) return { language, pieces: placed };
    if (text && placed.length > 1 && !segments.some(({ words }) => words?.length)) {
      return { language, pieces: placed };
    }
    const pieces = segments.flatMap(
      ({ text, start: startMs = null, end: endMs = null, words }, i) => {
        const path = ['segments', i];
        const whole = { text, startMs, endMs, speaker: null, path };
        return wordsOrText(piecesOf(words ?? [], [...path, 'words']), whole);
      },
    );
    return { language, pieces };
  },
});

/** Whisper's words bring their own space along. */
function piecesOf(words: Words, path: readonly (string | number)[]): SpokenPiece[] {
  const attached = attachedAsWritten(words.map(({ text }) => text));
  return words.map((word, i) => ({
    ...word,
    speaker: null,
    attached: attached[i],
    path: [...path, i],
  }));
}
