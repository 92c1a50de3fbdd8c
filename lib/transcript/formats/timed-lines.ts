import { surveyDialogue } from '../dialogue.ts';
import { readFrontMatter } from '../front-matter.ts';
import { linesOf, sampleOf } from '../text-lines.ts';
import { leadingTime } from '../time-mark.ts';
import { readTimedText, type TimedLine, toldBy, transcriptOfTimedText } from '../timed-text.ts';
import type { TranscriptFormat } from '../transcript.ts';

/** From this share of lines on, times are how the text is written and not a list of chapters beside it. */
const SHARE = 0.3;

/**
 * Words after their time and nobody's name, as copied from a player's transcript panel: `0:05 words`, or
 * the time on a line of its own.
 */
export const timedLines: TranscriptFormat = {
  name: 'timed-lines',
  description: 'words after their time (0:05 words), without names',

  detect(text) {
    const lines = toldBy(readFrontMatter(linesOf(sampleOf(text))));
    const timed = lines.filter(({ text }) => startOf(text) !== null).length;
    if (timed < 3 || timed < lines.length * SHARE) return 0;
    const { heads, labels } = surveyDialogue(text);
    return labels > 0 && heads.size > lines.length / 10 ? 0.2 : 0.7;
  },

  parse(text) {
    const front = readFrontMatter(linesOf(text));
    const transcript = transcriptOfTimedText(this.name, front, readTimedText(front, startOf));
    // Where a line ends the file does not say; the next one's beginning served to part them only.
    return { ...transcript, turns: transcript.turns.map((turn) => ({ ...turn, endMs: null })) };
  },
};

function startOf(line: string): TimedLine | null {
  const lead = leadingTime(line);
  const startMs = lead?.mark.startMs ?? null;
  // Lyrics (LRC) leave no space after the bracket, and may time words: "[00:12.00]<00:12.00>words".
  const apart = /^[*_]*\[/.test(lead?.raw ?? '') || /^(?:\s|$)/u.test(lead?.rest ?? '');
  return lead && startMs !== null && lead.mark.endMs === null && apart
    ? { startMs, endMs: null, words: lead.rest.replace(/<\d{1,3}:\d{2}(?:\.\d{1,3})?>/g, '') }
    : null;
}
