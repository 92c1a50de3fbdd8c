import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Word = z.tuple([z.string(), Seconds, Seconds], z.unknown());
const Result = z.object({
  final: z.boolean().nullish(),
  alternatives: z
    .array(z.object({ transcript: z.string().default(''), timestamps: z.array(Word).nullish() }))
    .default([]),
});
const Answer = z.object({
  results: z.array(Result),
  speaker_labels: z
    .array(z.object({ from: Seconds, speaker: z.union([z.string(), z.number()]).nullish() }))
    .nullish(),
});
type Answer = z.infer<typeof Answer>;
const placed = (answers: readonly Answer[], at: JsonPath) =>
  answers.map((answer, i) => ({ ...answer, path: [...at, i] as JsonPath }));
const Document = z.union([
  z.object({ results: z.array(Answer) }).transform(({ results }) => placed(results, ['results'])),
  Answer.transform((answer) => [{ ...answer, path: [] as JsonPath }]),
  z.array(Answer).transform((answers) => placed(answers, [])),
]);

const Sign = z.object({
  results: z
    .array(
      z.object({
        alternatives: z
          .array(
            z.object({
              transcript: z.string(),
              timestamps: z.array(z.tuple([z.string(), z.number()], z.unknown())).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
const Signs = z.union([Sign, z.object({ results: z.array(Sign).min(1) }), z.array(Sign).min(1)]);
/** How Watson writes down that somebody said "um" or the like. */
const HESITATION = /^%HESITATION\s*$/;

/**
 * IBM Watson Speech to Text (https://cloud.ibm.com/apidocs/speech-to-text#recognize), also in the answer
 * of a finished job: words as arrays, and speakers in a list of their own, by the time a word begins.
 */
export const watson = jsonFormat({
  name: 'watson-json',
  description:
    'IBM Watson JSON ({ "results": [{ "alternatives": [{ "timestamps": [["word", 0.1, 0.4]] }] }] })',
  owner: 'IBM Watson',
  signs: Signs,
  sure: 0.96,
  schema: Document,
  read(answers) {
    const asides: { text: string; path: JsonPath }[] = [];
    const pieces = answers.flatMap(({ results, speaker_labels, path }) => {
      const speakers = new Map(
        (speaker_labels ?? []).map(({ from, speaker }) => [from, labelOf(speaker)]),
      );
      const settled = results.some(({ final }) => final === true);
      return results.flatMap(({ final, alternatives: [best] }, i) => {
        if (!best || (settled && final === false)) return [];
        const at = [...path, 'results', i, 'alternatives', 0];
        const words: SpokenPiece[] = [];
        for (const [n, [text, startMs, endMs]] of (best.timestamps ?? []).entries()) {
          const place = [...at, 'timestamps', n];
          if (HESITATION.test(text)) asides.push({ text, path: place });
          else {
            const speaker = speakers.get(startMs) ?? null;
            words.push({ text, startMs, endMs, speaker, path: place });
          }
        }
        const text = best.transcript.replaceAll('%HESITATION', ' ');
        return spoken(words, text, at);
      });
    });
    return { pieces, asides };
  },
});

/** The transcript's own spelling where one person speaks, else the words: only these tell who says what. */
function spoken(words: SpokenPiece[], text: string, path: JsonPath): readonly SpokenPiece[] {
  const [first, last] = [words[0], words.at(-1)];
  const [startMs, endMs] = [first?.startMs ?? null, last?.endMs ?? null];
  const whole = { text, startMs, endMs, speaker: first?.speaker ?? null, path };
  const alone = words.every(({ speaker }) => speaker === whole.speaker);
  const read = wordsOrText(words, whole);
  return alone || read.length > 1 ? read : words;
}
