import type { Cue } from '../cue.ts';
import { readFrontMatter } from '../front-matter.ts';
import { linesOf, sampleOf } from '../text-lines.ts';
import { leadingTime } from '../time-mark.ts';
import { readTimedText, type TimedLine, toldBy, transcriptOfTimedText } from '../timed-text.ts';
import type { TranscriptFormat } from '../transcript.ts';

const SECONDS =
  /^\[\s{0,8}(\d{1,6}(?:\.\d{1,20})?)s?\s{0,4}--?>\s{0,4}(\d{1,6}(?:\.\d{1,20})?)s?\s{0,8}\]/;
/** With a dash between them only figures with a fraction are times: “[1-3]” points to a source. */
const DASHED = /^\[\s{0,8}(\d{1,6}\.\d{1,20})s?\s{0,4}[-–]\s{0,4}(\d{1,6}\.\d{1,20})s?\s{0,8}\]/;

/**
 * What Whisper and its relatives print while they listen: `[00:00.000 --> 00:04.440] words`
 * (https://github.com/openai/whisper/blob/main/whisper/transcribe.py), or `[0.72 --> 4.44] words` in seconds.
 */
export const whisperConsole: TranscriptFormat = {
  name: 'whisper-console',
  description: 'Whisper’s console output ([0.72 --> 4.44] words)',

  detect(text) {
    const lines = toldBy(readFrontMatter(linesOf(sampleOf(text))));
    const timed = lines.filter((line) => spanOf(line.text) !== null).length;
    return timed === 0 ? 0 : timed > lines.length * 0.3 ? 0.93 : 0.1;
  },

  parse(text) {
    const front = readFrontMatter(linesOf(text));
    return transcriptOfTimedText(this.name, front, readTimedText(front, spanOf));
  },
};

/** Every line on its own, in the file's order, for carrying times over word by word. */
export const cues = (text: string): Cue[] =>
  readTimedText(readFrontMatter(linesOf(text)), spanOf).cues;

/** The span in brackets that a line begins with, in milliseconds, and the words after it. */
function spanOf(line: string): TimedLine | null {
  if (!/^[*_]*\[/.test(line)) return null;
  const start = line.slice(0, 90);
  const seconds = SECONDS.exec(start) ?? DASHED.exec(start);
  if (seconds) {
    const [raw, from, to] = seconds;
    const ms = (text?: string) => Math.round(Number(text) * 1000);
    return { startMs: ms(from), endMs: ms(to), words: line.slice(raw.length) };
  }
  const lead = leadingTime(line);
  const { startMs = null, endMs = null } = lead?.mark ?? {};
  return lead && startMs !== null && endMs !== null ? { startMs, endMs, words: lead.rest } : null;
}
