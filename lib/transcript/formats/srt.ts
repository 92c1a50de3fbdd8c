import { captionBlocks } from '../caption-blocks.ts';
import { readCues } from '../caption-cues.ts';
import { withCharacters } from '../character-references.ts';
import type { Cue } from '../cue.ts';
import { cuesToTurns } from '../cue-turns.ts';
import {
  colouredParts,
  coloursTell,
  dashAsChange,
  dashesTell,
  unhighlighted,
  withoutDash,
  withoutTags,
} from '../srt-voices.ts';
import { NO_PARTICULARS, TranscriptError, type TranscriptFormat } from '../transcript.ts';

// Only blanks and tabs around: \s takes in line ends, and a file of blank lines would take quadratic time.
const TIMES = /^[ \t]*(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]+-->[ \t]/m;

/** SubRip captions. There is no standard; the Library of Congress describes the practice (fdd000569). */
export const srt: TranscriptFormat = {
  name: 'srt',
  description: 'SRT captions (00:00:01,000 --> 00:00:04,000)',

  detect: (text) => (!text.startsWith('WEBVTT') && TIMES.test(text) ? 0.95 : 0),

  parse(text) {
    const { cues, notes, warnings } = read(text);
    if (cues.length === 0) throw new TranscriptError('These captions have times, but no words.');
    return {
      format: this.name,
      ...NO_PARTICULARS,
      ...cuesToTurns(cues),
      notes,
      warnings,
    };
  },
};

/**
 * Every cue of SRT captions on its own, in the file's order, for carrying times over word by word.
 * @throws TranscriptError at a time that cannot be read.
 */
export const cues = (text: string): Cue[] => read(text).cues;

/** A name before the words counts more than the colour they are written in. */
function read(text: string) {
  const blocks = unhighlighted(captionBlocks(text));
  const dashed = dashesTell(blocks);
  const plain = (part: string) => withCharacters(withoutTags(part));
  const lines = (body: readonly string[]) => (dashed ? body.map(dashAsChange) : [...body]);
  const named = readCues(blocks, (body) => [{ speaker: null, text: plain(lines(body).join(' ')) }]);
  if (named.cues.some(({ speaker }) => speaker !== null) || !coloursTell(blocks)) return named;
  return readCues(blocks, (body) =>
    colouredParts(dashed ? body.map(withoutDash) : body).map(({ speaker, text }) => ({
      speaker,
      text: plain(text),
    })),
  );
}
