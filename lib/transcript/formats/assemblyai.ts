import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Milliseconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Word = z.object({ text: z.string(), start: Milliseconds, end: Milliseconds, speaker: Label });
const Document = z.object({
  text: z.string().nullish(),
  language_code: z.string().nullish(),
  words: z.array(Word).nullish(),
  utterances: z.array(Word.extend({ words: z.array(Word).nullish() })).nullish(),
});

const Timed = z.array(z.object({ text: z.string(), start: z.unknown(), end: z.unknown() })).min(1);
const Signs = z.union([z.object({ utterances: Timed }), z.object({ words: Timed })]);

/**
 * AssemblyAI's transcript (https://www.assemblyai.com/docs/api-reference/transcripts/get): times in
 * milliseconds, utterances where speakers were asked for, else only words.
 */
export const assemblyai = jsonFormat({
  name: 'assemblyai-json',
  description:
    'AssemblyAI JSON ({ "utterances": [{ "speaker", "text", "start", "end", "words" }] })',
  owner: 'AssemblyAI',
  signs: Signs,
  schema: Document,
  read({ text, language_code: language, words, utterances }) {
    if (utterances && utterances.length > 0) {
      const pieces = utterances.flatMap(({ words, ...utterance }, i) => {
        const path = ['utterances', i];
        const whole = pieceOf(utterance, path);
        const own = (words ?? []).map((word, at) => ({
          ...pieceOf(word, [...path, 'words', at]),
          speaker: whole.speaker,
        }));
        return wordsOrText(own, whole);
      });
      return { language, pieces };
    }
    const all = (words ?? []).map((word, i) => pieceOf(word, ['words', i]));
    const [startMs = null, endMs = null] = [all[0]?.startMs, all.at(-1)?.endMs];
    const whole = { text: text ?? '', startMs, endMs, speaker: null, path: ['words', 0] };
    return { language, pieces: wordsOrText(all, whole) };
  },
});

const pieceOf = (
  { text, start, end, speaker }: z.infer<typeof Word>,
  path: JsonPath,
): SpokenPiece => ({
  text,
  startMs: start,
  endMs: end,
  speaker: labelOf(speaker),
  path,
});
