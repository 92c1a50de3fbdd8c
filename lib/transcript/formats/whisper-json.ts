import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Word = z.object({ word: z.string(), start: Seconds, end: Seconds });
const Document = z.object({
  text: z.string().nullish(),
  language: z.string().nullish(),
  segments: z
    .array(
      z.object({
        text: z.string(),
        start: Seconds,
        end: Seconds,
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
    const pieces = segments.flatMap(({ text, start: startMs, end: endMs, words }, i) => {
      const path = ['segments', i];
      const whole = { text, startMs, endMs, speaker: null, path };
      return wordsOrText(piecesOf(words ?? [], [...path, 'words']), whole);
    });
    return { language, pieces };
  },
});

/** Scripts that are written without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/** Whisper's words bring their own space along, so that one without it goes on the word before. */
function piecesOf(words: Words, path: readonly (string | number)[]): SpokenPiece[] {
  const spaced = words.some(({ word }) => /^\s/u.test(word));
  return words.map(({ word, start, end }, i) => ({
    text: word,
    startMs: start,
    endMs: end,
    speaker: null,
    attached:
      i > 0 &&
      !/^\s/u.test(word) &&
      (spaced || (UNSPACED.test(word) && UNSPACED.test(words[i - 1]?.word ?? ''))),
    path: [...path, i],
  }));
}
