import type { CueBlock } from '../caption-blocks.ts';
import { readCues } from '../caption-cues.ts';
import type { Cue } from '../cue.ts';
import { cuesToTurns } from '../cue-turns.ts';
import { linesOf, sampleOf } from '../dialogue.ts';
import type { Line } from '../episode-block.ts';
import { leadingTime } from '../time-mark.ts';
import { NO_PARTICULARS, TranscriptError, type TranscriptFormat } from '../transcript.ts';

const SECONDS =
  /^\[\s{0,8}(\d{1,6}(?:\.\d{1,6})?)s?\s{0,4}--?>\s{0,4}(\d{1,6}(?:\.\d{1,6})?)s?\s{0,8}\]/;

/**
 * What Whisper and its relatives print while they listen: `[00:00.000 --> 00:04.440] words`
 * (https://github.com/openai/whisper/blob/main/whisper/transcribe.py), or `[0.72 --> 4.44] words` in seconds.
 */
export const whisperConsole: TranscriptFormat = {
  name: 'whisper-console',
  description: 'Whisper’s console output ([0.72 --> 4.44] words)',

  detect(text) {
    const lines = linesOf(sampleOf(text)).filter((line) => line.text !== '');
    const timed = lines.filter((line) => spanOf(line.text) !== null).length;
    return timed === 0 ? 0 : timed > lines.length * 0.3 ? 0.93 : 0.1;
  },

  parse(text) {
    const { cues, warnings, notes } = read(text);
    if (cues.length === 0) throw new TranscriptError('These lines have times, but no words.', 1);
    return { format: this.name, ...NO_PARTICULARS, ...cuesToTurns(cues), notes, warnings };
  },
};

/** Every line on its own, in the file's order, for carrying times over word by word. */
export const cues = (text: string): Cue[] => read(text).cues;

function read(text: string) {
  const blocks: CueBlock[] = [];
  const notes: Line[] = [];
  for (const { line, text: all } of linesOf(text)) {
    if (all === '') continue;
    const span = spanOf(all);
    const last = blocks.at(-1);
    if (!span && !last) {
      notes.push({ line, text: all });
      continue;
    }
    if (span) blocks.push({ ...span, body: [span.words], line, odd: null });
    else last?.body.push(all);
  }
  const read = readCues(blocks, (body) => [{ speaker: null, text: body.join(' ') }]);
  return { ...read, notes: [...notes, ...read.notes] };
}

/** The span in brackets that a line begins with, in milliseconds, and the words after it. */
function spanOf(line: string): { startMs: number; endMs: number; words: string } | null {
  if (!line.startsWith('[')) return null;
  const seconds = SECONDS.exec(line.slice(0, 60));
  if (seconds) {
    const [raw, from, to] = seconds;
    const ms = (text?: string) => Math.round(Number(text) * 1000);
    return { startMs: ms(from), endMs: ms(to), words: line.slice(raw.length) };
  }
  const lead = leadingTime(line);
  const { startMs = null, endMs = null } = lead?.mark ?? {};
  return lead && startMs !== null && endMs !== null ? { startMs, endMs, words: lead.rest } : null;
}
