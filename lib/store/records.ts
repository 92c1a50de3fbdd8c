import type { Mark, Timing } from '../timing/timed.ts';
import type { Role, Warning } from '../transcript/transcript.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** An episode as the ingest hands it over: checked, timed and understood, ready to be kept. */
export interface EpisodeRecord {
  /** The wished slug; the store adds the show's or a number where another episode has it. */
  slug: string;
  /** Said by the owner: whatever has it already in this show is replaced. */
  slugIsGiven?: boolean;
  show: { slug: string; title: string };
  title: string;
  date: string | null;
  language: string;
  mediaUrl: string | null;
  /** A recording of the owner's: its path within the folder of recordings. Never with `mediaUrl`. */
  mediaFile?: string | null;
  /** "audio/…" or "video/…" where it is known. */
  mediaType?: string | null;
  /** True takes a stored recording away; else it stays where this version brings none. */
  noMedia?: boolean;
  durationMs: number;
  timing: Timing;
  publisherSummary: string | null;
  source: string;
  format: string;
  sourceHash: string;
  wordCount: number;
  warnings: Warning[];
  speakers: SpeakerRecord[];
  turns: TurnRecord[];
  understanding: Understanding;
  understandingVersion: number;
  /** The language model that rewrote titles and summaries, or null. */
  writtenBy: string | null;
}

export interface SpeakerRecord {
  slug: string;
  label: string;
  name: string;
  role: Role | null;
  inferred: boolean;
}

export interface TurnRecord {
  anchor: string;
  speaker: number | null;
  text: string;
  startMs: number;
  endMs: number;
  timing: Timing;
  /** Share of its words that the file or the captions time, 0 to 1. */
  confidence?: number | null;
  /** Of an estimate: how far off the start probably is at most, in milliseconds. */
  withinMs?: number | null;
  /** Known times within it, in order. */
  marks?: readonly Mark[];
}

export type SaveOutcome = 'new' | 'changed' | 'same';

/** Something that was published under an address of its own, and is no longer. */
export interface PublishedLink {
  /** As people have it: "#turn-ID", "#s-NAME" or "/quotes/ID". */
  link: string;
  /** The turn it opens at now. */
  to: string;
  /** How its words began; null where an earlier version took them away. */
  words: string | null;
}

/** What a new version of an episode does to links. */
export interface LinkReport {
  /** Lead to their words in another place, since this version. */
  moved: PublishedLink[];
  /** Lead only to about where their words stood, since this version or an earlier one. */
  lost: PublishedLink[];
}

/** The store refuses to write: the message says what is wrong and how to mend it. */
export class StoreRefusal extends Error {
  override name = 'StoreRefusal';
}
