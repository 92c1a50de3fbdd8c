import { z } from 'zod';
import { withCharacters } from '../character-references.ts';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { attachedAsWritten, labelOf, type SpokenPiece, wordsOrText } from '../spoken-piece.ts';
import { unitOf } from '../time-unit.ts';
import { readEntry, type TimedEntry, timeOf } from '../timed-entry.ts';
import { innerOf, speakerSpans, type TimedList, timedListOf } from '../timed-lists.ts';
import { TranscriptError } from '../transcript.ts';

type Unit = 'ms' | 's';
/** An entry, and those that it has of its own. */
interface Read {
  entry: TimedEntry | null;
  words: (TimedEntry | null)[];
}

/**
 * Any other JSON that lists what was said: entries with words, and with times, a speaker, or both, under
 * whichever of the usual names (YouTube's tools, Digital Paper Edit, Sonix, meeting recorders, scripts
 * around Whisper). Bare numbers are seconds or milliseconds, whichever somebody could have spoken in.
 */
export const timedJson = jsonFormat({
  name: 'timed-json',
  description: 'JSON with a list of words and times ([{ "text", "start", "end", "speaker" }])',
  owner: 'a list of what was said',
  signs: z.unknown().refine((head) => timedListOf(head) !== null),
  sure: 0.6,
  schema: z.unknown().transform(timedListOf),
  read(list) {
    if (list === null) throw new TranscriptError('This JSON has no list of what was said.');
    const read = list.entries.map((value) => {
      const entry = readEntry(value);
      const inner = entry ? innerOf(value, entry) : [];
      return { entry, words: inner.map(readEntry) };
    });
    const timed = read.flatMap(({ entry, words }) => (entry?.start ? [entry] : words));
    const unit = unitOf(timed.filter((entry) => entry !== null));
    const pieces = read.flatMap((each, i) => piecesOf(each, [...list.path, i], unit));
    const grouped = read.some(({ words }) => words.length > 0);
    return { pieces: withSpeakers(grouped ? pieces : spaced(pieces), list, unit) };
  },
});

/** What an entry says: its words where it lists them, with the spelling of its text. */
function piecesOf({ entry, words }: Read, path: JsonPath, unit: Unit): readonly SpokenPiece[] {
  if (entry === null) return [];
  const whole = pieceOf(entry, path, unit);
  if (words.length === 0) return [whole];
  const own = words.flatMap((word, i): SpokenPiece[] => {
    if (!word?.text) return [];
    const piece = pieceOf(word, [...path, entry.within ?? '', i], unit);
    return [{ ...piece, speaker: piece.speaker ?? whole.speaker }];
  });
  const attached = attachedAsWritten(own.map(({ text }) => text));
  return wordsOrText(
    own.map((word, i) => ({ ...word, attached: attached[i] })),
    whole,
  );
}

function pieceOf(
  { text, start, end, lasts, speaker }: TimedEntry,
  path: JsonPath,
  unit: Unit,
): SpokenPiece {
  const startMs = start && timeOf(start, unit);
  const length = lasts && timeOf(lasts, unit);
  const endMs = end
    ? timeOf(end, unit)
    : startMs !== null && length !== null
      ? startMs + length
      : null;
  return { text: withCharacters(text ?? ''), startMs, endMs, speaker: labelOf(speaker), path };
}

/** Where the list is one of single words, these may bring their own spaces along, and signs stand apart. */
function spaced(pieces: readonly SpokenPiece[]): readonly SpokenPiece[] {
  const single = pieces.filter(({ text }) => !/\S\s+\S/u.test(text)).length;
  if (single < pieces.length * 0.9) return pieces;
  const attached = attachedAsWritten(pieces.map(({ text }) => text));
  return pieces.map((piece, i) => ({ ...piece, attached: attached[i] }));
}

/** Who speaks, where a list of its own beside the words says it by time. */
function withSpeakers(
  pieces: readonly SpokenPiece[],
  { around }: TimedList,
  unit: Unit,
): readonly SpokenPiece[] {
  if (pieces.some(({ speaker }) => speaker !== null)) return pieces;
  const spans = speakerSpans(around).map(({ start, speaker }) => ({
    startMs: (start && timeOf(start, unit)) ?? 0,
    speaker: labelOf(speaker),
  }));
  let next = 0;
  let speaker: string | null = null;
  return pieces.map((piece) => {
    for (
      let span = spans[next];
      span && span.startMs <= (piece.startMs ?? -1);
      span = spans[++next]
    ) {
      speaker = span.speaker;
    }
    return { ...piece, speaker: speaker ?? spans[0]?.speaker ?? null };
  });
}
