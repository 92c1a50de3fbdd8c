import { cut, type Gaps, readGaps, sectionsExpected } from './segmentation/earmark.ts';
import { boundaryReason } from './segmentation/reasons.ts';
import type { Conversation } from './understanding.ts';

/** Turns `firstTurn` to `lastTurn`, both included. */
export interface TurnRange {
  firstTurn: number;
  lastTurn: number;
}

/** A section before it has a title. */
export interface OutlineSection extends TurnRange {
  /** Two or more, or none. */
  topics: TurnRange[];
  why: string;
  /** The publisher's heading, or null where the place is our own finding. */
  heading: string | null;
}

/** A section of this many words (about eight minutes) may have a second level… */
const LONG_SECTION = 1_200;
/** …of topics of about this many words (three to four minutes)… */
const TOPIC_WORDS = 550;
/** …none of them shorter than this. */
const LEAST_WORDS = 120;

/**
 * Where sections and, within long ones, topics begin. Covers every turn, in order. Where the
 * publisher gave headings, they are the sections; what stands before the first is one of its own.
 */
export function outline(conversation: Conversation): OutlineSection[] {
  const { turns } = conversation;
  if (turns.length === 0) return [];
  const gaps = readGaps(conversation);
  const headings = readHeadings(conversation);
  const starts =
    headings.size > 0
      ? [...headings.keys()].filter((turn) => turn > 0)
      : cut(gaps, sectionsExpected(gaps));
  return ranges(0, starts, turns.length).map((range) => {
    const heading = headings.get(range.firstTurn) ?? null;
    return {
      ...range,
      topics: topicsWithin(gaps, range),
      heading,
      why:
        heading === null
          ? boundaryReason(gaps.features, range.firstTurn)
          : 'The publisher put a heading here.',
    };
  });
}

/** Position of a turn → the heading before it: ascending, of several before one turn the last. */
function readHeadings({ headings = [], turns }: Conversation): Map<number, string> {
  const found = new Map<number, string>();
  for (const { title, turn } of headings) {
    if (turn >= 0 && turn < turns.length && title.trim() !== '') found.set(turn, title.trim());
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

function topicsWithin(gaps: Gaps, { firstTurn, lastTurn }: TurnRange): TurnRange[] {
  const end = lastTurn + 1;
  const words = (gaps.wordsBefore[end] ?? 0) - (gaps.wordsBefore[firstTurn] ?? 0);
  if (words < LONG_SECTION) return [];
  const within = { from: firstTurn, to: end, leastWords: LEAST_WORDS };
  const found = cut(gaps, words / TOPIC_WORDS, within);
  return found.length === 0 ? [] : ranges(firstTurn, found, end);
}

function ranges(from: number, starts: readonly number[], to: number): TurnRange[] {
  return [from, ...starts].map((firstTurn, i) => ({
    firstTurn,
    lastTurn: (starts[i] ?? to) - 1,
  }));
}
