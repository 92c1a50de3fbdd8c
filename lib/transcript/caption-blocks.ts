import { excerpt } from './excerpt.ts';
import { readTimestamp } from './timestamp.ts';
import { TranscriptError } from './transcript.ts';

/** A cue as its file has it, before its words are read. */
export interface CueBlock {
  startMs: number;
  endMs: number;
  body: string[];
  line: number;
  /** What is odd about it, for a warning; null where all is well. */
  odd: string | null;
}

const ARROW = /^\s*(\S+)\s+-->\s+(\S+)(?:\s.*)?$/;
const isArrow = (line: string) => line.includes('-->');
/** Begins like a time: an arrow after anything else is one that somebody said. */
const SEEMS_TIMES = /^\s*[\d:.,]*\d[^\s]*\s*-->/;

/**
 * The cues of SRT or WebVTT: a line with "-->", then the words up to the next one. A blank line ends a
 * cue only where another begins after it (or a block that `isOther` knows), for careless tools leave
 * blank lines among the words. A cue whose times cannot be read begins where the one before ends. Linear.
 * @throws TranscriptError where the times of the first cue cannot be read.
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
      const last = blocks.at(-1);
      const readable = startMs !== null && endMs !== null;
      if (!readable && last && !SEEMS_TIMES.test(line)) {
        if (!skipping) last.body.push(line);
        continue;
      }
      if (!readable && !last) {
        const message = `“${excerpt(line)}” gives no time that can be read; write 00:01:02.500 --> 00:01:04.000.`;
        throw new TranscriptError(message, i + 1);
      }
      dropIdentifier(last, lines, i);
      const odd = readable
        ? null
        : `“${excerpt(line)}” gives no time that can be read, so the cue is placed after the one before; write 00:01:02.500 --> 00:01:04.000.`;
      const otherwise = last?.endMs ?? 0;
      blocks.push({
        startMs: readable ? startMs : otherwise,
        endMs: readable ? endMs : otherwise,
        body: [],
        line: i + 1,
        odd,
      });
      skipping = false;
    } else if (startsBlock && isOther(line)) {
      skipping = true;
    } else if (skipping) {
      // A block of another kind ends at the first blank line.
      skipping = line.trim() !== '';
    } else if (startsBlock && isNumberAlone(blocks.at(-1), lines, i)) {
      const { endMs = 0 } = blocks.at(-1) ?? {};
      blocks.push({ startMs: endMs, endMs, body: [], line: i + 1, odd: NO_TIME });
    } else {
      blocks.at(-1)?.body.push(line);
    }
  }
  return blocks;
}

const NO_TIME =
  'This cue has no line with its time, so it is placed after the one before; write 00:01:02.500 --> 00:01:04.000 below its number.';

/** The number that the cue after this one has, with words right below it in place of a time. */
function isNumberAlone(
  before: CueBlock | undefined,
  lines: readonly string[],
  at: number,
): boolean {
  const number = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  if (!before || !/^\d{1,9}$/.test(number.trim()) || next.trim() === '' || isArrow(next))
    return false;
  const last = lines[before.line - 2]?.trim() ?? '';
  return /^\d{1,9}$/.test(last) && Number(number) === Number(last) + 1;
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
