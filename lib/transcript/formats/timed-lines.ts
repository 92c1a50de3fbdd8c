import type { CueBlock } from '../caption-blocks.ts';
import { readCues } from '../caption-cues.ts';
import { cuesToTurns } from '../cue-turns.ts';
import { linesOf, sampleOf, surveyDialogue } from '../dialogue.ts';
import type { Line } from '../episode-block.ts';
import { leadingTime } from '../time-mark.ts';
import { NO_PARTICULARS, TranscriptError, type TranscriptFormat } from '../transcript.ts';

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
    const lines = linesOf(sampleOf(text)).filter((line) => line.text !== '');
    const timed = lines.filter(({ text }) => startOf(text) !== null).length;
    if (timed < 3 || timed < lines.length * SHARE) return 0;
    const { heads, labels } = surveyDialogue(text);
    return labels > 0 && heads.size > lines.length / 10 ? 0.2 : 0.7;
  },

  parse(text) {
    const blocks: CueBlock[] = [];
    const notes: Line[] = [];
    for (const { line, text: all } of linesOf(text)) {
      const start = startOf(all);
      const last = blocks.at(-1);
      const words = start?.words ?? all;
      if (start === null && last === undefined) {
        if (all !== '') notes.push({ line, text: all });
        continue;
      }
      if (start === null) last?.body.push(words);
      else {
        const { ms } = start;
        if (last) last.endMs = Math.max(ms, last.startMs);
        blocks.push({ startMs: ms, endMs: ms, body: [words], line, odd: null });
      }
    }
    const { cues, warnings, ...read } = readCues(blocks, (body) => [
      { speaker: null, text: body.join(' ') },
    ]);
    if (cues.length === 0)
      throw new TranscriptError('There are times, but no words after them.', 1);
    const { speakers, turns } = cuesToTurns(cues);
    return {
      format: this.name,
      ...NO_PARTICULARS,
      title: titleOf(notes),
      speakers,
      // Where a line ends the file does not say; the next one's beginning served to part them only.
      turns: turns.map((turn) => ({ ...turn, endMs: null })),
      notes: [...notes, ...read.notes],
      warnings,
    };
  },
};

/** LRC has its particulars in brackets: "[ti:Title]". */
const titleOf = (notes: readonly Line[]) =>
  notes.flatMap(({ text }) => /^\[ti:\s*([^\]]*[^\]\s])\s*\]$/i.exec(text)?.[1] ?? []).at(0) ??
  null;

function startOf(line: string): { ms: number; words: string } | null {
  const lead = leadingTime(line);
  const ms = lead?.mark.startMs ?? null;
  // Lyrics (LRC) leave no space after the bracket, and may time words: "[00:12.00]<00:12.00>words".
  const apart = /^\[/.test(lead?.raw ?? '') || /^(?:\s|$)/u.test(lead?.rest ?? '');
  return lead && ms !== null && lead.mark.endMs === null && apart
    ? { ms, words: lead.rest.replace(/<\d{1,3}:\d{2}(?:\.\d{1,3})?>/g, '') }
    : null;
}
