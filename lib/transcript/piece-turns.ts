import type { Cue } from './cue.ts';
import { endsTurn } from './cue-turns.ts';
import type { JsonPath } from './json-walk.ts';
import { speakersOfLabels } from './speaker-labels.ts';
import { type SpokenPiece, UNSPACED, unified } from './spoken-piece.ts';
import type { TranscriptSpeaker, TranscriptTurn } from './transcript.ts';

/** A turn whose line is not known yet. */
export type PlacedTurn = Omit<TranscriptTurn, 'line'> & { path?: JsonPath; line?: number };

/** Pieces that have words, each sign with the word that it belongs to. */
export function wordPieces(pieces: readonly SpokenPiece[]): SpokenPiece[] {
  const joined: SpokenPiece[] = [];
  let changes = false;
  for (const piece of pieces) {
    const text = unified(piece.text);
    changes ||= piece.changes === true;
    if (text === '') continue;
    const last = joined.at(-1);
    // A sign that is said to be somebody else's still ends the word before it.
    const sign = !/[\p{L}\p{N}]/u.test(text);
    const attached = piece.attached === true && (sign || last?.speaker === piece.speaker);
    if (last && attached && (sign || !UNSPACED.test(text))) {
      last.text += text;
      last.endMs = later(last.endMs, piece.endMs);
    } else joined.push({ ...piece, text, attached, changes });
    changes = false;
  }
  return joined;
}

/**
 * Pieces as turns: those of one speaker in a row are one turn; without any speaker turns end as those of
 * captions do. A turn begins with the first time of its words and ends with the last. Every word is in
 * exactly one turn, in order.
 */
export function piecesToTurns(pieces: readonly SpokenPiece[]): {
  speakers: TranscriptSpeaker[];
  turns: PlacedTurn[];
} {
  const positions = new Map<string, number>();
  for (const { speaker } of pieces) {
    if (speaker && !positions.has(speaker)) positions.set(speaker, positions.size);
  }
  const anonymous = positions.size === 0;
  const turns: (PlacedTurn & { words: number })[] = [];
  for (const piece of pieces) {
    const speaker = piece.speaker ? (positions.get(piece.speaker) ?? null) : null;
    const last = turns.at(-1);
    const words = piece.text.split(' ').length;
    const { text, startMs, path, line } = piece;
    const endMs = endOf(piece);
    const goesOn =
      last && last.speaker === speaker && !piece.changes && !(anonymous && pauses(last, startMs));
    if (goesOn) {
      last.text += piece.attached ? text : ` ${text}`;
      last.words += words;
      last.startMs ??= startMs;
      last.endMs = later(last.endMs, endMs);
    } else turns.push({ speaker, text, startMs, endMs, words, path, line });
  }
  return {
    speakers: speakersOfLabels([...positions.keys()]),
    turns: turns.map(({ words: _, ...turn }) => ({
      ...turn,
      endMs: turn.endMs === null ? null : Math.max(turn.endMs, turn.startMs ?? 0),
    })),
  };
}

/** Where times are missing there is no silence to be seen. */
function pauses(
  last: { text: string; endMs: number | null; words: number },
  nextMs: number | null,
) {
  const endMs = last.endMs ?? nextMs ?? 0;
  return endsTurn({ text: last.text, words: last.words, endMs }, nextMs ?? endMs);
}

/** Pieces with both their times, for carrying times over word by word. */
export const piecesToCues = (pieces: readonly SpokenPiece[]): Cue[] =>
  pieces.flatMap((piece) => {
    const { text, startMs, speaker, changes = false, line = 1 } = piece;
    const endMs = endOf(piece);
    if (startMs === null || endMs === null) return [];
    return [{ text, startMs, endMs, speaker: speaker || null, changes, line }];
  });

/** An end before the beginning is none. */
const endOf = ({ startMs, endMs }: SpokenPiece) =>
  startMs === null || endMs === null || endMs >= startMs ? endMs : startMs;

const later = (a: number | null, b: number | null) =>
  a === null ? b : b === null ? a : Math.max(a, b);
