import type { CueBlock } from './caption-blocks.ts';
import { withLabels } from './caption-labels.ts';
import { haveSeveralWords, withoutMarks } from './caption-marks.ts';
import type { Cue } from './cue.ts';
import { OddCues } from './odd-cues.ts';
import type { Transcript, Warning } from './transcript.ts';

/** Words of one speaker within a cue. */
export interface CuePart {
  speaker: string | null;
  text: string;
  /** The file says that it does not know who speaks. */
  unknown?: boolean;
}

/** Cues of a hold this short repeat what was said, in rolling captions (milliseconds). */
const HOLD_MS = 50;
/** Where someone else begins to speak, at the start of a cue or within it. */
const CHANGE = /(?<!\S)(?:>>+|&gt;&gt;)/;
/**
 * Cues of blocks whose parts are known: repetitions of rolling captions dropped, speakers told apart, and
 * what is heard beside speech as notes.
 */
export function readCues(blocks: readonly CueBlock[], partsOf: (body: string[]) => CuePart[]) {
  const cues: Cue[] = [];
  const notes: Transcript['notes'] = [];
  const warnings: Warning[] = [];
  const odd = new OddCues();
  const rolling = isRolling(blocks);
  const read = (rolling ? unrolled(blocks) : blocks).map((block) => ({
    block,
    parts: partsOf(block.body),
  }));
  const several = haveSeveralWords(read.flatMap(({ parts }) => parts.map(({ text }) => text)));
  for (const { block, parts } of read) {
    if (block.odd) warnings.push({ line: block.line, message: block.odd });
    const own = parts.flatMap((part) => {
      const { text, marks } = withoutMarks(part.text, several);
      for (const mark of marks) notes.push({ line: block.line, text: mark });
      return cuesOf({ ...part, text }, block);
    });
    if (own.length > 0) odd.add(block, rolling);
    if (parts.some(({ unknown }) => unknown)) odd.nobody(block.line);
    for (const cue of own) cues.push(cue);
  }
  return {
    cues: withLabels(cues, warnings),
    notes,
    warnings: [...warnings, ...odd.warnings()].sort((a, b) => a.line - b.line),
  };
}

/** A part's cues: one, and one more for each sign that somebody else begins. */
function cuesOf(
  { text, speaker, unknown = false }: CuePart,
  { startMs, endMs, line }: CueBlock,
): Cue[] {
  const pieces = text.split(CHANGE);
  // A voice that begins with the mark is still that voice.
  const own = pieces[0]?.trim() === '' ? 1 : 0;
  return pieces.flatMap((piece, i) => {
    const said = piece.replace(/\s+/gu, ' ').trim();
    if (said === '') return [];
    return [
      {
        startMs,
        endMs: Math.max(startMs, endMs),
        text: said,
        speaker: i <= own ? speaker : null,
        changes: i > 0 || unknown,
        line,
      },
    ];
  });
}

/** Leading lines that only repeat the end of the cue before them go: rolling captions scroll. */
function unrolled(blocks: readonly CueBlock[]): CueBlock[] {
  let before: string[] = [];
  return blocks.flatMap((block) => {
    const lines = block.body.filter((line) => plain(line) !== '');
    const own = lines.map(plain);
    let same = 0;
    for (let count = Math.min(own.length, before.length); count > 0 && same === 0; count--) {
      const tail = before.slice(-count);
      if (tail.every((line, i) => line === own[i])) same = count;
    }
    const holds = block.endMs - block.startMs <= HOLD_MS;
    if (own.length > 0) before = own;
    const body = lines.slice(same);
    return body.length === 0 || (holds && same === own.length) ? [] : [{ ...block, body }];
  });
}

/** A time before a word in its own tag, as YouTube's automatic captions have it. */
const WORD_TIME = /<(?:\d{1,3}:)?\d\d:\d\d\.\d{3}>\s*<c/;

/**
 * Most cues begin with the line that ended the one before, and go on or only hold it. Who says one thing
 * over and over is no rolling caption, nor is a recogniser that hears it so; captions that time each word
 * as YouTube's do need less to be told.
 */
function isRolling(blocks: readonly CueBlock[]): boolean {
  const timed = blocks.some(({ body }) => body.some((line) => WORD_TIME.test(line)));
  let repeats = 0;
  let before: string[] = [];
  for (const { body, startMs, endMs } of blocks) {
    const lines = filled(body);
    const rolls = timed || lines.length > 1 || endMs - startMs <= HOLD_MS;
    if (rolls && lines.length > 0 && lines[0] === before.at(-1)) repeats++;
    before = lines;
  }
  return timed ? repeats > blocks.length * 0.2 : blocks.length > 3 && repeats > blocks.length * 0.4;
}

const filled = (lines: readonly string[]) => lines.map(plain).filter(Boolean);

const plain = (line: string) =>
  line
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
