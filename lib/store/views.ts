import type { Mark, Timing } from '../timing/timed.ts';
import type { Role, Warning } from '../transcript/transcript.ts';
import type { ThingKind } from '../understanding/things/thing.ts';
import type { SummaryPoint, TopicSection } from '../understanding/understanding.ts';

/** Plain values, ready to be shown. Everything a page knows comes in one of these. */
export interface ShowRef {
  slug: string;
  title: string;
}

/** A show with how many episodes of it there are. */
export interface ShowView extends ShowRef {
  episodes: number;
}

/** Which episodes are wanted: a page of all of them, or of one show's. `page` counts from 1. */
export interface EpisodePaging {
  page: number;
  perPage: number;
  /** A show's slug. */
  show?: string | undefined;
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
  /** When its page was last changed, a date and time of ISO 8601. */
  changedAt: string;
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
  /** The name as the file has it, where it is another. */
  stated?: string;
  /** All other spellings of theirs, in whatever episode; absent where there are none. */
  spellings?: string[];
}

export interface TurnView {
  anchor: string;
  /** Index into the episode's speakers, or null. */
  speaker: number | null;
  text: string;
  startMs: number;
  endMs: number;
  timing: Timing;
  /** Share of its words that the file or the captions time, 0 to 1; absent where that is not known. */
  confidence?: number;
  /** Of an estimate: how far off the start probably is at most, in milliseconds. */
  withinMs?: number;
  /** Known times within it, in order. */
  marks?: readonly Mark[];
}

export interface SectionView extends TopicSection {
  slug: string;
  /** True where the owner gave the title. */
  retitled: boolean;
}

export interface QuoteView {
  id: string;
  turn: number;
  start: number;
  end: number;
  text: string;
  /** Why it was chosen. */
  why: string;
  pinned: boolean;
}

/** A name that links use and the episode no longer has. */
export interface RetiredPlaceView {
  /** "turn-ID" or "s-NAME". */
  fragment: string;
  /** Position of the turn that has its words now, or stands in their place. */
  turn: number;
  /** Where in that turn they begin, in characters. */
  offset: number;
}

/** Somebody or something the episode is about. */
export interface ThingView {
  slug: string;
  label: string;
  kind: ThingKind;
  why: string;
  mentions: number;
  /** Position of the turn that explains it. */
  definingTurn: number;
}

/** A term and one way in which transcripts have it wrong. */
export interface GlossaryForm {
  term: string;
  heard: string;
}

/** A whole episode, as the reader, the downloads and the API need it. */
export interface EpisodeView extends EpisodeRef {
  language: string;
  mediaUrl: string | null;
  /** The owner's own file, within the folder of recordings; never with `mediaUrl`. */
  mediaFile: string | null;
  /** "audio/…" or "video/…" where it is known. */
  mediaType: string | null;
  durationMs: number;
  wordCount: number;
  publisherSummary: string | null;
  speakers: SpeakerShare[];
  turns: TurnView[];
  sections: SectionView[];
  summary: SummaryPoint[];
  quotes: QuoteView[];
  things: ThingView[];
  understandingVersion: number;
  /** The language model that rewrote titles and summaries, or null. */
  writtenBy: string | null;
  warnings: Warning[];
  /** What the owner's glossary says was misheard in this show. */
  glossary: GlossaryForm[];
}

export interface SpeakerView {
  slug: string;
  name: string;
  /** Other spellings under which the files have them. */
  spellings: string[];
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
  /** Why it was chosen. */
  why: string;
  pinned: boolean;
  episode: EpisodeRef;
  section: { slug: string; title: string } | null;
  speakers: SpeakerShare[];
  /** Position of the quoted turn among `exchange`. */
  quoted: number;
  /** The quoted turn with its neighbours. */
  exchange: TurnView[];
}

/** A turn and where it stands. */
export interface PlacedTurn extends Pick<TurnView, 'anchor' | 'text'> {
  episode: string;
  /** Position in its episode, from 0. */
  position: number;
  /** The speaker's name, or null. */
  speaker: string | null;
}

/** Some turns of an episode, in order. */
export interface ExchangeView {
  episode: EpisodeRef;
  language: string;
  section: { slug: string; title: string } | null;
  speakers: SpeakerShare[];
  /** Position of the first of `turns`. */
  first: number;
  turns: TurnView[];
}

export interface ThingCard {
  slug: string;
  label: string;
  kind: ThingKind;
  episodes: number;
  mentions: number;
}

export interface ThingCards {
  total: number;
  page: number;
  perPage: number;
  things: ThingCard[];
}

/** A passage that names a thing: whole sentences, and where the name stands in them. */
export interface MentionView {
  text: string;
  start: number;
  end: number;
  /** Where the name stands in the whole turn. */
  offset: number;
  anchor: string;
  startMs: number;
  timing: Timing;
  speaker: { slug: string; name: string } | null;
  /** True for the passage that explains it in its episode. */
  defining: boolean;
}

/** Everything said about a thing. */
export interface ThingPage {
  slug: string;
  label: string;
  kind: ThingKind;
  why: string;
  forms: string[];
  explained: { episode: EpisodeRef; mention: MentionView } | null;
  /** Oldest first; `total` counts all mentions, also those not listed. */
  episodes: { episode: EpisodeRef; total: number; mentions: MentionView[] }[];
  neighbours: ThingCard[];
}

/** A section of another episode about the same. */
export interface RelatedView {
  episode: EpisodeRef;
  section: { slug: string; title: string; startMs: number };
  score: number;
}

/** Nearly the same, said in another episode. */
export interface EchoView {
  episode: EpisodeRef;
  anchor: string;
  startMs: number;
  timing: Timing;
  speaker: string | null;
  text: string;
  /** Characters of this episode's turn. */
  here: { start: number; end: number };
  score: number;
}

/** What other episodes have about the same, by position of section and of turn. */
export interface EpisodeLinks {
  sections: ReadonlyMap<number, RelatedView[]>;
  turns: ReadonlyMap<number, EchoView[]>;
}
