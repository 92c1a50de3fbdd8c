import type { Timing } from '../timing/timed.ts';
import type { Correction } from './glossary/corrections.ts';

/**
 * The unit that search returns: a turn, or a sentence-aligned piece of a long one.
 * Everything a hit needs to be shown and linked travels with it.
 */
export interface Passage {
  /** Unique in the corpus; letters, digits, "_" and "-" only. */
  id: string;
  episodeId: number;
  episodeSlug: string;
  episodeTitle: string;
  showSlug: string;
  showTitle: string;
  /** ISO 8601 calendar date, or null. */
  date: string | null;
  sectionSlug: string | null;
  sectionTitle: string | null;
  sectionStartMs: number | null;
  speakerSlug: string | null;
  speakerName: string | null;
  /** Other spellings of the speaker's name, by which they are found too; absent where there are none. */
  speakerSpellings?: string[];
  /** Position of the turn in its episode, from 0. */
  turn: number;
  /** The turn's stable anchor. */
  turnId: string;
  /** Where the passage begins in the turn's text, in characters. */
  offset: number;
  startMs: number;
  timing: Timing;
  /** Verbatim. */
  text: string;
  /** True where somebody asks something in it. */
  asks: boolean;
  /** What it answers: the question that ends the turn before it, by somebody else; else null. */
  question: { speaker: string | null; text: string } | null;
  /** What the glossary says was misheard in it, in characters of `text`; absent where there is nothing. */
  corrections?: Correction[];
}

/** One episode as the engines index it: always replaced as a whole. */
export interface EpisodePassages {
  episodeId: number;
  /** Equal hashes mean equal passages under the same normaliser. */
  contentHash: string;
  passages: Passage[];
}

/** Every name of the speaker in one text; empty where nobody is known to speak. */
export const speakerNames = ({ speakerName, speakerSpellings = [] }: Passage): string =>
  [speakerName ?? '', ...speakerSpellings].join(' ');
