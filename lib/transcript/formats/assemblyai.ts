import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Milliseconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Word = z.object({ text: z.string(), start: Milliseconds, end: Milliseconds, speaker: Label });
const Stretches = z.array(Word.extend({ words: z.array(Word).nullish() })).nullish();
const Document = z.object({
  text: z.string().nullish(),
  language_code: z.string().nullish(),
  words: z.array(Word).nullish(),
  utterances: Stretches,
  sentences: Stretches,
  paragraphs: Stretches,
});

/** Whole milliseconds: many tools write the same keys, but seconds, with fractions. */
const Timed = z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })).min(1);
const Signs = z.union([
  z.object({ utterances: Timed }),
  z.object({ words: Timed }),
  z.object({ sentences: Timed }),
  z.object({ paragraphs: Timed }),
]);

/**
 * AssemblyAI's transcript (https://www.assemblyai.com/docs/api-reference/transcripts/get): times in
 * milliseconds, utterances where speakers were asked for, else only words; and its lists of sentences and
 * of paragraphs.
 */
export const assemblyai = jsonFormat({
  name: 'assemblyai-json',
  description:
    'AssemblyAI JSON ({ "utterances": [{ "speaker", "text", "start", "end", "words" }] })',
  owner: 'AssemblyAI',
  signs: Signs,
  schema: Document,
  read(document) {
    const { text, language_code: language, words } = document;
    for (const key of ['utterances', 'sentences', 'paragraphs'] as const) {
      const stretches = document[key];
      if (!stretches || stretches.length === 0) continue;
      const pieces = stretches.flatMap(({ words, ...stretch }, i) => {
        const whole = pieceOf(stretch, [key, i]);
        const own = (words ?? []).map((word, at) => {
          const piece = pieceOf(word, [key, i, 'words', at]);
          return { ...piece, speaker: whole.speaker ?? piece.speaker };
        });
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
