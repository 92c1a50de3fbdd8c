import { type ReadPieces, spokenCues, transcriptOfPieces } from '../piece-transcript.ts';
import { Clock } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';
import { TranscriptError, type TranscriptFormat } from '../transcript.ts';

const HEAD = /^\s*\[Script Info\]/i;
/** How drawings and moving signs are told from words: `{\p1}` begins one. */
const DRAWING = /\{[^{}]*\\p[1-9][^{}]*\}/;
const COLUMNS = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';

/**
 * Advanced SubStation Alpha captions, whose events name their columns and may name who speaks
 * (http://www.tcax.org/docs/ass-specs.htm).
 */
export const ass: TranscriptFormat = {
  name: 'ass',
  description: 'ASS or SSA captions ([Script Info], Dialogue: …)',
  detect: (text) => (HEAD.test(text.slice(0, 200)) ? 0.97 : 0),
  parse: (text) => transcriptOfPieces('ass', read(text)),
  cues: (text) => spokenCues(read(text).pieces),
};

function read(text: string): ReadPieces {
  const pieces: SpokenPiece[] = [];
  let columns = columnsOf(COLUMNS);
  let title: string | null = null;
  let inEvents = false;
  for (const [i, line] of text.split('\n').entries()) {
    const [, key = '', value = ''] = /^\s*(\[Events\]|\[|[A-Za-z]+):?[ \t]*(.*)$/.exec(line) ?? [];
    if (key === '[Events]' || key === '[') inEvents = key === '[Events]';
    else if (!inEvents && /^title$/i.test(key)) title = value;
    else if (inEvents && /^format$/i.test(key)) columns = columnsOf(value);
    else if (inEvents && /^dialogue$/i.test(key)) pieces.push(eventOf(value, columns, i + 1));
  }
  if (pieces.length === 0) {
    throw new TranscriptError(
      'These captions have no line that begins with Dialogue: in [Events].',
    );
  }
  return { pieces, title };
}

const columnsOf = (format: string) => format.split(',').map((name) => name.trim().toLowerCase());

/** The last column is the words, commas and all. */
function eventOf(event: string, columns: readonly string[], line: number): SpokenPiece {
  const cells: string[] = [];
  let rest = event;
  for (let left = columns.length; left > 1; left--) {
    const comma = rest.indexOf(',');
    if (comma < 0) break;
    cells.push(rest.slice(0, comma));
    rest = rest.slice(comma + 1);
  }
  const cell = (...names: string[]) => cells[columns.findIndex((name) => names.includes(name))];
  const name = cell('name', 'actor')?.trim() ?? '';
  return {
    text: DRAWING.test(rest) ? '' : rest.replace(/\{[^{}]*\}/g, '').replace(/\\[Nnh]/g, ' '),
    startMs: Clock.parse(cell('start')),
    endMs: Clock.parse(cell('end')),
    speaker: name === '' ? null : labelOf(name),
    line,
  };
}
