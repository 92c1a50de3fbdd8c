import type { Timing } from '../timing/timed.ts';
import type { Role, Warning } from '../transcript/transcript.ts';

/** Plain values, ready to be shown. Everything a page knows comes in one of these. */
export interface ShowRef {
  slug: string;
  title: string;
}

export interface EpisodeRef {
  slug: string;
  title: string;
  show: ShowRef;
  date: string | null;
  timing: Timing;
}

export interface EpisodeCard extends EpisodeRef {
  durationMs: number;
  wordCount: number;
  turnCount: number;
  /** The publisher's words where there are any, else the first of our own points. */
  blurb: string | null;
  speakers: { slug: string; name: string; role: Role | null }[];
}

export interface EpisodePage {
  total: number;
  page: number;
  perPage: number;
  episodes: EpisodeCard[];
}

export interface SpeakerShare {
  slug: string;
  label: string;
  name: string;
  role: Role | null;
  inferred: boolean;
  turnCount: number;
  wordCount: number;
  /** Of all words spoken in the episode, 0 to 1. */
  share: number;
}

export interface TurnView {
  anchor: string;
  /** Index into the episode's speakers, or null. */
  speaker: number | null;
  text: string;
  startMs: number;
  endMs: number;
  timing: Timing;
}

export interface SectionView {
  slug: string;
  title: string;
  firstTurn: number;
  lastTurn: number;
  startMs: number;
  endMs: number;
}

export interface QuoteView {
  id: string;
  turn: number;
  start: number;
  end: number;
  text: string;
}

export interface SummaryPointView {
  text: string;
  /** Positions of the turns that prove it. */
  turns: number[];
}

/** A whole episode, as the reader, the downloads and the API need it. */
export interface EpisodeView extends EpisodeRef {
  language: string;
  mediaUrl: string | null;
  durationMs: number;
  wordCount: number;
  publisherSummary: string | null;
  speakers: SpeakerShare[];
  turns: TurnView[];
  sections: SectionView[];
  summary: SummaryPointView[];
  quotes: QuoteView[];
  warnings: Warning[];
}

export interface SpeakerView {
  slug: string;
  name: string;
  appearances: (SpeakerShare & {
    episode: EpisodeRef;
    quotes: { id: string; text: string; startMs: number; timing: Timing }[];
  })[];
}

/** A quote with the exchange it stands in. */
export interface QuoteInContext {
  id: string;
  text: string;
  start: number;
  end: number;
  episode: EpisodeRef;
  section: { slug: string; title: string } | null;
  speakers: SpeakerShare[];
  /** Position of the quoted turn among `exchange`. */
  quoted: number;
  /** The quoted turn with its neighbours. */
  exchange: TurnView[];
}
