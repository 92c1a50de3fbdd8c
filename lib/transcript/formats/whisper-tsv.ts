import { type ReadPieces, spokenCues, transcriptOfPieces } from '../piece-transcript.ts';
import { Milliseconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';
import { TranscriptError, type TranscriptFormat } from '../transcript.ts';

/** The head line; some tools add the speaker as a column. */
const HEAD = /^start\tend\t(?:(speaker)\t)?text(?:\t(speaker))?[ \t]*\n/i;
const ROW = /^ *(-?[\d.]{1,15}) *\t *(-?[\d.]{0,15}) *\t(.*)$/u;

/**
 * Whisper's `--output_format tsv`: tab-separated, times in whole milliseconds
 * (https://github.com/openai/whisper/blob/main/whisper/utils.py, `WriteTSV`).
 */
export const whisperTsv: TranscriptFormat = {
  name: 'whisper-tsv',
  description: 'Whisper TSV (start, end and text in milliseconds, between tabs)',
  detect: (text) => (HEAD.test(text.slice(0, 200)) ? 0.97 : 0),
  parse: (text) => transcriptOfPieces('whisper-tsv', read(text)),
  cues: (text) => spokenCues(read(text).pieces),
};

function read(text: string): ReadPieces {
  const head = HEAD.exec(text.slice(0, 200));
  if (!head) {
    throw new TranscriptError('The first line is not start, end and text between tabs; add it.', 1);
  }
  const column = head[1] ? 'first' : head[2] ? 'last' : null;
  const pieces: SpokenPiece[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (i === 0 || line.trim() === '') continue;
    const row = ROW.exec(line);
    const last = pieces.at(-1);
    if (!row && !last) {
      throw new TranscriptError(
        'This line has no start and end in milliseconds before its words.',
        i + 1,
      );
    }
    // A line end within the words: what follows is still said.
    if (!row && last) {
      last.text += ` ${line}`;
      continue;
    }
    const [, start, end, words = ''] = row ?? [];
    const [speaker, said] = cells(words, column);
    pieces.push({
      text: said,
      startMs: Milliseconds.parse(start),
      endMs: Milliseconds.parse(end),
      speaker: column ? labelOf(speaker) : null,
      line: i + 1,
    });
  }
  return { pieces };
}

function cells(words: string, column: 'first' | 'last' | null): [speaker: string, said: string] {
  const tab = column === 'first' ? words.indexOf('\t') : words.lastIndexOf('\t');
  if (column === null || tab < 0) return ['', words];
  const [before, after] = [words.slice(0, tab), words.slice(tab + 1)];
  return column === 'first' ? [before, after] : [after, before];
}
