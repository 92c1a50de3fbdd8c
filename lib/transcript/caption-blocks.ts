import { readTimestamp } from './timestamp.ts';
import { TranscriptError } from './transcript.ts';

/** A cue as its file has it, before its words are read. */
export interface CueBlock {
  startMs: number;
  endMs: number;
  body: string[];
  line: number;
}

const ARROW = /^\s*(\S+)\s+-->\s+(\S+)(?:\s.*)?$/;
const isArrow = (line: string) => line.includes('-->');

/**
 * The cues of SRT or WebVTT: a line with "-->", then the words up to the next one. A blank line ends a
 * cue only where another begins after it (or a block that `isOther` knows), for careless tools leave
 * blank lines among the words. Linear.
 * @throws TranscriptError at a line with "-->" whose times cannot be read.
 */
export function captionBlocks(
  text: string,
  isOther: (line: string) => boolean = () => false,
): CueBlock[] {
  const lines = text.split('\n');
  const blocks: CueBlock[] = [];
  let skipping = false;
  for (const [i, line] of lines.entries()) {
    const startsBlock = i === 0 || (lines[i - 1] ?? '').trim() === '';
    if (isArrow(line)) {
      const [, from = '', to = ''] = ARROW.exec(line) ?? [];
      const [startMs, endMs] = [readTimestamp(from), readTimestamp(to)];
      if (startMs === null || endMs === null) {
        const message = `“${line.trim()}” gives no time that can be read; write 00:01:02.500 --> 00:01:04.000.`;
        throw new TranscriptError(message, i + 1);
      }
      dropIdentifier(blocks.at(-1), lines, i);
      blocks.push({ startMs, endMs, body: [], line: i + 1 });
      skipping = false;
    } else if (startsBlock && isOther(line)) {
      skipping = true;
    } else if (skipping) {
      // A block of another kind ends at the first blank line.
      skipping = line.trim() !== '';
    } else {
      blocks.at(-1)?.body.push(line);
    }
  }
  return blocks;
}

/** The line just before a time, after a blank one, is the cue's own name or number. */
function dropIdentifier(
  before: CueBlock | undefined,
  lines: readonly string[],
  arrow: number,
): void {
  const identifier = lines[arrow - 1] ?? '';
  if (!before || identifier.trim() === '') return;
  const separated = (lines[arrow - 2] ?? '').trim() === '';
  if (separated || /^\d+$/.test(identifier.trim())) before.body.pop();
}
