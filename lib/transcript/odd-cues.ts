import type { CueBlock } from './caption-blocks.ts';
import type { Warning } from './transcript.ts';

/** More of a kind than this are told once, with how many there are. */
const MANY = 20;

type Wording = readonly [one: string, several: (count: number) => string];
const ENDS_EARLY: Wording = [
  'This cue ends before it begins; its end is ignored.',
  (count) => `${count} cues end before they begin, the first of them here; their ends are ignored.`,
];
const BACKWARD: Wording = [
  'This cue begins before the one above it.',
  (count) => `${count} cues begin before the one above them, the first of them here.`,
];
const OVERLAP: Wording = [
  'This cue begins before the one above it has ended; both are kept as they are.',
  (count) => `${count} cues begin before the one above them has ended, the first of them here.`,
];
const NOBODY: Wording = [
  'The file does not say who speaks here.',
  (count) => `The file does not say who speaks in ${count} cues, the first of them here.`,
];

/** What is odd about the times and speakers of cues, in the order of a file. */
export class OddCues {
  private readonly lines = new Map<Wording, number[]>();
  private before: CueBlock | null = null;

  /** `rolling`: lines that scroll stand on the screen while the next is spoken. */
  add(block: CueBlock, rolling: boolean): void {
    if (block.endMs < block.startMs) this.note(ENDS_EARLY, block.line);
    if (this.before && block.startMs < this.before.startMs) this.note(BACKWARD, block.line);
    else if (this.before && !rolling && block.startMs < this.before.endMs) {
      this.note(OVERLAP, block.line);
    }
    this.before = block;
  }

  nobody(line: number): void {
    this.note(NOBODY, line);
  }

  warnings(): Warning[] {
    return [...this.lines].flatMap(([[one, several], lines]) =>
      lines.length > MANY
        ? [{ line: lines[0] ?? 1, message: several(lines.length) }]
        : lines.map((line) => ({ line, message: one })),
    );
  }

  private note(wording: Wording, line: number): void {
    const lines = this.lines.get(wording);
    if (lines) lines.push(line);
    else this.lines.set(wording, [line]);
  }
}
