import { z } from 'zod';
import { ofChannels } from '../channels.ts';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { IsoDuration, Milliseconds, Ticks } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';

/** A stretch says when it begins and how long it lasts, in one of four ways. */
const Times = {
  offset: z.union([z.string(), z.number()]).nullish(),
  duration: z.union([z.string(), z.number()]).nullish(),
  offsetInTicks: Ticks.optional(),
  durationInTicks: Ticks.optional(),
  offsetMilliseconds: Milliseconds.optional(),
  durationMilliseconds: Milliseconds.optional(),
};
const Timed = z.object(Times);
const Label = z.union([z.string(), z.number()]).nullish();
const Text = z.string().nullish();
const Word = z.object({ word: Text, text: Text, displayText: Text, ...Times });
const Words = z.array(Word).nullish();
const Best = z.object({
  speaker: Label,
  display: Text,
  displayText: Text,
  lexical: Text,
  words: Words,
  displayWords: Words,
});
const Phrase = z.object({
  channel: Label,
  channelNumber: Label,
  speaker: Label,
  speakerId: Label,
  locale: Text,
  text: Text,
  displayText: Text,
  nBest: z.array(Best).nullish(),
  words: Words,
  ...Times,
});
type Phrase = z.infer<typeof Phrase>;
const Listed = z.object({
  phrases: z.array(Phrase),
  path: z.array(z.union([z.string(), z.number()])),
  /** Of a bare number. */
  unit: z.union([z.literal('ms'), z.literal('ticks')]),
});

/** Where phrases are listed, as its services and their versions have it. */
const PLACES: readonly [path: JsonPath, unit: 'ms' | 'ticks'][] = [
  [['recognizedPhrases'], 'ticks'],
  [['RecognizedPhrases'], 'ticks'],
  [['phrases'], 'ms'],
  [['AudioFileResults', 0, 'SegmentResults'], 'ticks'],
  [[], 'ticks'],
];
const Sign = z
  .looseObject({})
  .refine((phrase) => 'nBest' in phrase || 'offsetMilliseconds' in phrase || 'offset' in phrase);

function at(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string | number, unknown>)[key];
  }
  return found;
}

/** The phrases and where they stand; null where there are none. */
function listed(document: unknown): { phrases: unknown[]; path: JsonPath; unit: string } | null {
  for (const [path, unit] of PLACES) {
    const found = at(document, path);
    const phrases = Array.isArray(found) ? found : path.length === 0 && found ? [found] : [];
    const first = uncapitalised(phrases[0]);
    if (Sign.safeParse(first).success) return { phrases, path, unit };
  }
  return null;
}

/** Older services write their keys with a capital. */
function uncapitalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(uncapitalised);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      `${key.slice(0, 1).toLowerCase()}${key.slice(1)}`,
      uncapitalised(each),
    ]),
  );
}

/**
 * Azure Speech: of batches, of fast transcription, and single answers
 * (https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get). A phrase has
 * readings, the best first, each as it is displayed and with the words as they were heard.
 */
export const azureSpeech = jsonFormat({
  name: 'azure-speech-json',
  description:
    'Azure Speech JSON ({ "recognizedPhrases": [{ "offset", "nBest": [{ "display" }] }] })',
  owner: 'Azure Speech',
  signs: z.unknown().refine((head) => listed(head) !== null),
  sure: 0.93,
  schema: z.preprocess((document) => {
    const found = listed(document);
    return found && { ...found, phrases: found.phrases.map(uncapitalised) };
  }, Listed),
  read({ phrases, path, unit }) {
    const stretches = phrases.map((phrase, i) => ({
      channel: labelOf(phrase.channel ?? phrase.channelNumber),
      pieces: piecesOf(phrase, [...path, i], unit),
    }));
    return { language: phrases[0]?.locale, pieces: ofChannels(stretches) };
  },
});

function piecesOf(phrase: Phrase, path: JsonPath, unit: 'ms' | 'ticks'): readonly SpokenPiece[] {
  const best = phrase.nBest?.[0];
  const text =
    best?.display ?? best?.displayText ?? phrase.displayText ?? phrase.text ?? best?.lexical ?? '';
  const speaker = labelOf(phrase.speaker ?? phrase.speakerId ?? best?.speaker);
  const whole = { text, ...timesOf(phrase, unit), speaker, path };
  const shown = best?.displayWords ?? [];
  const words = shown.length > 0 ? shown : (best?.words ?? phrase.words ?? []);
  const own = words.map((word): SpokenPiece => {
    const text = word.displayText ?? word.word ?? word.text ?? '';
    return { text, ...timesOf(word, unit), speaker, path };
  });
  return text.trim() === '' && own.length === 0 ? [] : wordsOrText(own, whole);
}

function timesOf(timed: z.infer<typeof Timed>, unit: 'ms' | 'ticks') {
  const bare = unit === 'ms' ? Milliseconds : Ticks;
  const read = (value: string | number | null | undefined) =>
    typeof value === 'string' ? IsoDuration.parse(value) : value == null ? null : bare.parse(value);
  const startMs = timed.offsetMilliseconds ?? timed.offsetInTicks ?? read(timed.offset);
  const lasts = timed.durationMilliseconds ?? timed.durationInTicks ?? read(timed.duration);
  return { startMs, endMs: startMs === null || lasts === null ? null : startMs + lasts };
}
