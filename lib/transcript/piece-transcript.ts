import { haveSeveralWords, withoutMarks } from './caption-marks.ts';
import type { Cue } from './cue.ts';
import type { JsonPath } from './json-walk.ts';
import { piecesToCues, piecesToTurns, wordPieces } from './piece-turns.ts';
import { oddPieces } from './piece-warnings.ts';
import type { SpokenPiece } from './spoken-piece.ts';
import { NO_PARTICULARS, type Transcript, TranscriptError } from './transcript.ts';

/** Where something stands: on a line, or at a path that `linesOf` turns into one. */
interface Place {
  path?: JsonPath;
  line?: number;
}

/** Pieces without what is heard beside speech, and this for itself. */
export function heardBeside(pieces: readonly SpokenPiece[]) {
  const asides: (Place & { text: string })[] = [];
  const several = haveSeveralWords(pieces.map(({ text }) => text));
  const said = pieces.map((piece) => {
    const { text, marks } = withoutMarks(piece.text, several);
    for (const mark of marks) asides.push({ text: mark, path: piece.path, line: piece.line });
    return marks.length > 0 ? { ...piece, text } : piece;
  });
  return { pieces: said, asides };
}

/** Pieces as cues, for carrying times over: words only. */
export const spokenCues = (pieces: readonly SpokenPiece[]): Cue[] =>
  piecesToCues(wordPieces(heardBeside(pieces).pieces));

/** What is read out of a file whose words have times. */
export interface ReadPieces {
  pieces: readonly SpokenPiece[];
  /** What stands in the file but was not said. */
  asides?: readonly (Place & { text: string })[];
  language?: string | null;
  title?: string | null;
  show?: string | null;
}

/**
 * The transcript of what was read. `linesOf` finds the lines of places that do not know theirs.
 * @throws TranscriptError where nothing was said.
 */
export function transcriptOfPieces(
  format: string,
  { asides = [], language, title, show, ...read }: ReadPieces,
  linesOf: (places: readonly Place[]) => (place: Place) => number = () => lineOf,
): Transcript {
  const { pieces: said, asides: heard } = heardBeside(read.pieces);
  const pieces = wordPieces(said);
  if (pieces.length === 0) throw new TranscriptError(`This ${format} file has no words.`);
  const { speakers, turns } = piecesToTurns(pieces);
  const warnings = oddPieces(pieces);
  const notes = [...asides, ...heard];
  const line = linesOf([...turns, ...warnings, ...notes]);
  return {
    format,
    ...NO_PARTICULARS,
    language: languageTag(language),
    title: title?.trim() || null,
    show: show?.trim() || null,
    speakers,
    turns: turns.map((turn) => {
      const { speaker, text, startMs, endMs } = turn;
      return { speaker, text, startMs, endMs, line: line(turn) };
    }),
    notes: notes.map((note) => ({ line: line(note), text: note.text })),
    warnings: warnings.map((warning) => ({ line: line(warning), message: warning.message })),
  };
}

const lineOf = ({ line = 1 }: Place) => line;

/** "en_us" as "en-US"; null for what is no language tag ("english", "auto"). */
function languageTag(language: string | null | undefined): string | null {
  const tag = (language ?? '').trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return null;
  }
}
