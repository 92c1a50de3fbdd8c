import type { CueBlock } from './caption-blocks.ts';
import type { Cue } from './cue.ts';
import { excerpt } from './excerpt.ts';
import { speakerPrefix } from './speaker-prefix.ts';
import type { Warning } from './transcript.ts';

/** Words of one speaker within a cue. */
export interface CuePart {
  speaker: string | null;
  text: string;
}

/** Cues of a hold this short repeat what was said, in rolling captions (milliseconds). */
const HOLD_MS = 50;
/** Where someone else begins to speak, at the start of a cue or within it. */
const CHANGE = /(?<!\S)(?:>>+|&gt;&gt;)/;
/** Cues of blocks whose parts are known: repetitions of rolling captions dropped, speakers told apart. */
export function readCues(blocks: readonly CueBlock[], partsOf: (body: string[]) => CuePart[]) {
  const cues: Cue[] = [];
  const warnings: Warning[] = [];
  for (const block of unrolled(blocks)) {
    if (block.odd) warnings.push({ line: block.line, message: block.odd });
    if (block.endMs < block.startMs) {
      warnings.push({
        line: block.line,
        message: 'This cue ends before it begins; its end is ignored.',
      });
    }
    const before = cues.at(-1);
    if (before && block.startMs < before.startMs) {
      warnings.push({ line: block.line, message: 'This cue begins before the one above it.' });
    }
    for (const part of partsOf(block.body)) {
      const { startMs, line } = block;
      const endMs = Math.max(startMs, block.endMs);
      const pieces = part.text.split(CHANGE);
      // A voice that begins with the mark is still that voice.
      const own = pieces[0]?.trim() === '' ? 1 : 0;
      for (const [i, piece] of pieces.entries()) {
        const text = piece.replace(/\s+/gu, ' ').trim();
        if (text === '') continue;
        const changes = i > 0;
        const speaker = i <= own ? part.speaker : null;
        cues.push({ startMs, endMs, text, speaker, changes, line });
      }
    }
  }
  return { cues: withPrefixes(cues, warnings), warnings };
}

/** Leading lines that only repeat the end of the cue before them go: rolling captions scroll. */
function unrolled(blocks: readonly CueBlock[]): CueBlock[] {
  const filled = (lines: readonly string[]) => lines.map(plain).filter(Boolean);
  const rolling = isRolling(blocks.map(({ body }) => filled(body)));
  if (!rolling) return [...blocks];
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

/** Most cues begin with the line that ended the one before. */
function isRolling(cues: readonly string[][]): boolean {
  let repeats = 0;
  for (const [i, lines] of cues.entries()) {
    const before = cues[i - 1];
    if (before && lines.length > 0 && lines[0] === before.at(-1)) repeats++;
  }
  return cues.length > 3 && repeats > cues.length * 0.4;
}

const plain = (line: string) =>
  line
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * Takes "Name:" off the words where no voice is named otherwise. A file that opens with a name names
 * everybody; in others only a name that recurs is one, for prose has colons too.
 */
function withPrefixes(cues: Cue[], warnings: Warning[]): Cue[] {
  if (cues.some(({ speaker }) => speaker !== null)) return cues;
  const counts = new Map<string, number>();
  for (const { text } of cues) {
    const name = speakerPrefix(text)?.speaker;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const opens = speakerPrefix(cues[0]?.text ?? '') !== null;
  return cues.map((cue) => {
    const found = speakerPrefix(cue.text);
    if (!found) return cue;
    const once = counts.get(found.speaker) === 1;
    if (once && cues.length > 1) {
      const taken = opens ? 'is taken for a speaker' : 'is taken for speech, not for a speaker';
      warnings.push({
        line: cue.line,
        message: `“${excerpt(found.speaker)}:” stands here only, and ${taken}.`,
      });
    }
    return opens || !once ? { ...cue, speaker: found.speaker, text: found.rest } : cue;
  });
}
