import type { Piece } from './conversation.ts';
import { knownKey } from './particulars.ts';

/** So many words before the first speaker are no introduction any more. */
const TALK = 150;
/** A line as long as this is a paragraph and no title or key (characters). */
const PARAGRAPH = 80;

/**
 * A talk before the first named speaker (questions at its end, say) is speech, and nobody's: each of its
 * paragraphs becomes a turn. A shorter opening is the publisher's.
 */
export function withOpeningTalk(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex(({ kind }) => kind === 'turn');
  const opening = pieces.slice(0, first);
  const isTalk = (piece: Piece) =>
    piece.kind === 'speech' && knownKey(piece.text) === null && /\s\S+\s\S+\s/u.test(piece.text);
  const length = opening.reduce(
    (sum, piece) => sum + (isTalk(piece) ? piece.text.split(/\s+/u).length : 0),
    0,
  );
  if (length < TALK) return pieces;
  const begins = opening.findIndex((piece) => isTalk(piece) && piece.text.length > PARAGRAPH);
  return pieces.map((piece, i) =>
    i < first && i >= begins && piece.kind === 'speech'
      ? { ...piece, kind: 'turn', label: null, bracket: null, mark: null, raw: piece.text }
      : piece,
  );
}
