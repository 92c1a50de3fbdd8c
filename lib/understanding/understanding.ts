import type { Timing } from '../timing/timed.ts';
import type { Role } from '../transcript/transcript.ts';
import type { Thing } from './things/thing.ts';

/** What the understanding reads: who said what, when. */
export interface SpokenTurn {
  /** Index into the speakers, or null. */
  speaker: number | null;
  text: string;
  startMs: number;
  endMs: number;
  timing: Timing;
}

/** What the understanding reads: a conversation with its speakers' roles. */
export interface Conversation {
  turns: readonly SpokenTurn[];
  speakers: readonly { name: string; role: Role | null }[];
  /** BCP 47, e.g. "en". */
  language: string;
  /** Headings that the publisher gave, in order, each before the turn at this position. */
  headings?: readonly { title: string; turn: number }[];
}

/** A run of turns about one thing; `firstTurn` and `lastTurn` are positions from 0, both included. */
export interface Topic {
  title: string;
  firstTurn: number;
  lastTurn: number;
  startMs: number;
  endMs: number;
}

/** A chapter of the episode. The sections follow each other without a gap. */
export interface TopicSection extends Topic {
  /** The publisher's title (a heading in the file, a chapter), where the section is the publisher's. */
  heading: string | null;
  /** The second level: two or more where the section is long and turns from one thing to another. */
  topics: Topic[];
  summary: SummaryPoint[];
  why: {
    /** Why it begins where it does. */
    boundary: string;
    /** Why it is called what it is called. */
    title: string;
  };
}

/** Characters `start` to `end` (exclusive) of turn `turn`'s text. */
export interface TurnSpan {
  turn: number;
  start: number;
  end: number;
}

/** A verbatim span and its words. */
export interface QuoteSpan extends TurnSpan {
  text: string;
  /** Why it was chosen. */
  why: string;
}

/** One point of a summary. */
export interface SummaryPoint {
  /** The speaker's words without fillers ("you know"). */
  text: string;
  /** Positions of the turns that prove it. */
  turns: number[];
  /** The very words, where the point was taken from the transcript. */
  verbatim: TurnSpan[];
}

/** A statement that could be made again elsewhere, and the terms to know it by. */
export interface Claim extends TurnSpan {
  terms: string[];
}

export interface Understanding {
  sections: TopicSection[];
  summary: SummaryPoint[];
  quotes: QuoteSpan[];
  /** The next best quotes, in the order in which they replace those the owner rejects. */
  spareQuotes: QuoteSpan[];
  /** The people and things it is about, most important first. */
  things: Thing[];
  claims: Claim[];
}
