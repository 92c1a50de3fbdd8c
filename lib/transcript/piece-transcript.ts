import type { JsonPath } from './json-walk.ts';
import { piecesToTurns, wordPieces } from './piece-turns.ts';
import { oddPieces } from './piece-warnings.ts';
import type { SpokenPiece } from './spoken-piece.ts';
import { NO_PARTICULARS, type Transcript, TranscriptError } from './transcript.ts';

/** Where something stands: on a line, or at a path that `linesOf` turns into one. */
interface Place {
  path?: JsonPath;
  line?: number;
}

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
  const pieces = wordPieces(read.pieces);
  if (pieces.length === 0) throw new TranscriptError(`This ${format} file has no words.`);
  const { speakers, turns } = piecesToTurns(pieces);
  const warnings = oddPieces(pieces);
  const line = linesOf([...turns, ...warnings, ...asides]);
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
    notes: asides.map((aside) => ({ line: line(aside), text: aside.text })),
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
