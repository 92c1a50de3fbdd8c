import { z } from 'zod';
import { channelLabel, interleaveChannels } from '../channels.ts';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Word = z.object({
  word: z.string(),
  punctuated_word: z.string().nullish(),
  start: Seconds,
  end: Seconds,
  speaker: Label,
});
const Sentence = z.object({ text: z.string(), start: Seconds, end: Seconds });
const Paragraph = z.object({ sentences: z.array(Sentence), speaker: Label });
const Alternative = z.object({
  transcript: z.string().default(''),
  words: z.array(Word).nullish(),
  paragraphs: z.object({ paragraphs: z.array(Paragraph) }).nullish(),
});
const Utterance = z.object({
  transcript: z.string(),
  start: Seconds,
  end: Seconds,
  speaker: Label,
  channel: z.number().nullish(),
  words: z.array(Word).nullish(),
});
const Document = z.object({
  results: z.object({
    channels: z
      .array(
        z.object({
          alternatives: z.array(Alternative),
          detected_language: z.string().nullish(),
        }),
      )
      .default([]),
    utterances: z.array(Utterance).nullish(),
  }),
});

const Signs = z.object({
  results: z.union([
    z.object({ channels: z.array(z.object({ alternatives: z.array(z.unknown()) })).min(1) }),
    z.object({ utterances: z.array(z.object({ transcript: z.string() })).min(1) }),
  ]),
});

/**
 * Deepgram's answer for a recording (https://developers.deepgram.com/docs/pre-recorded-audio): a list of
 * alternatives a channel, of which the first is the best. Its words are complete and carry the speaker;
 * paragraphs and utterances are made from them, and read where the words are not there.
 */
export const deepgram = jsonFormat({
  name: 'deepgram-json',
  description: 'Deepgram JSON ({ "results": { "channels": [{ "alternatives": […] }] } })',
  owner: 'Deepgram',
  signs: Signs,
  schema: Document,
  read({ results: { channels, utterances } }) {
    const language = channels[0]?.detected_language;
    const several = channels.length > 1;
    const read = channels.map(({ alternatives: [best] }, channel) => {
      const path = ['results', 'channels', channel, 'alternatives', 0];
      return best ? piecesOf(best, path, several ? channel : null) : [];
    });
    if (read.some((pieces) => pieces.some(({ text }) => text.trim() !== ''))) {
      return { language, pieces: interleaveChannels(read) };
    }
    const spoken = utterances ?? [];
    const channelled = new Set(spoken.map(({ channel }) => channel ?? 0)).size > 1;
    const pieces = spoken.flatMap(({ transcript, start, end, speaker, channel, words }, i) => {
      const path = ['results', 'utterances', i];
      const label = labelIn(speaker, channelled ? (channel ?? 0) : null);
      const whole = { text: transcript, startMs: start, endMs: end, speaker: label, path };
      return wordsOrText(
        wordsOf(words ?? [], [...path, 'words'], channelled ? (channel ?? 0) : null),
        whole,
      );
    });
    return { language, pieces };
  },
});

function piecesOf(
  { transcript, words, paragraphs }: z.infer<typeof Alternative>,
  path: JsonPath,
  channel: number | null,
): readonly SpokenPiece[] {
  if (words && words.length > 0) return wordsOf(words, [...path, 'words'], channel);
  const sentences = (paragraphs?.paragraphs ?? []).flatMap(({ sentences, speaker }, i) =>
    sentences.map(
      ({ text, start, end }, at): SpokenPiece => ({
        text,
        startMs: start,
        endMs: end,
        speaker: labelIn(speaker, channel),
        path: [...path, 'paragraphs', 'paragraphs', i, 'sentences', at],
      }),
    ),
  );
  if (sentences.length > 0) return sentences;
  const speaker = labelIn(null, channel);
  return [{ text: transcript, startMs: null, endMs: null, speaker, path }];
}

const wordsOf = (words: readonly z.infer<typeof Word>[], path: JsonPath, channel: number | null) =>
  words.map(
    ({ word, punctuated_word, start, end, speaker }, i): SpokenPiece => ({
      text: punctuated_word || word,
      startMs: start,
      endMs: end,
      speaker: labelIn(speaker, channel),
      path: [...path, i],
    }),
  );

const labelIn = (speaker: string | number | null | undefined, channel: number | null) =>
  channel === null ? labelOf(speaker) : channelLabel(channel, labelOf(speaker));
