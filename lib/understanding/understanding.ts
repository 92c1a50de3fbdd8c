import type { Timing } from '../timing/timed.ts';
import type { Role } from '../transcript/transcript.ts';

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
}

/** A run of turns about one topic; `firstTurn` and `lastTurn` are positions from 0, both included. */
export interface TopicSection {
  title: string;
  firstTurn: number;
  lastTurn: number;
  startMs: number;
  endMs: number;
}

/** A verbatim span: characters `start` to `end` (exclusive) of turn `turn`'s text. */
export interface QuoteSpan {
  turn: number;
  start: number;
  end: number;
  text: string;
}

/** One point of an extractive summary, and the positions of the turns that prove it. */
export interface SummaryPoint {
  text: string;
  turns: number[];
}

export interface Understanding {
  sections: TopicSection[];
  summary: SummaryPoint[];
  quotes: QuoteSpan[];
}

/** Finds where topics change. Returns the positions (never 0, ascending) of turns that begin a new one. */
export type Segmenter = (conversation: Conversation) => number[];
