import { z } from 'zod';
import type { Timing } from '../timing/timed.ts';
import { Role, Warning } from '../transcript/transcript.ts';
import type { ThingKind } from '../understanding/things/thing.ts';
import type { Db } from './client.ts';
import { readGlossaryOf } from './glossary.ts';
import type {
  EpisodeRef,
  EpisodeView,
  QuoteInContext,
  SpeakerShare,
  ThingView,
  TurnView,
} from './views.ts';

const Timings = z.enum(['given', 'aligned', 'estimated']);
/** How many turns stand on each side of a quoted one. */
const EXCHANGE = 2;

const Span = z.object({ turn: z.int(), start: z.int(), end: z.int() });
const Points = z.array(
  z.object({ text: z.string(), turns: z.array(z.int()), verbatim: z.array(Span) }),
);
const Topics = z.array(
  z.object({
    title: z.string(),
    firstTurn: z.int(),
    lastTurn: z.int(),
    startMs: z.int(),
    endMs: z.int(),
  }),
);
const Marks = z.array(z.tuple([z.int(), z.int(), z.number()]));
const Why = z.object({ boundary: z.string().default(''), title: z.string().default('') });
const Kind = z.enum(['person', 'company', 'product', 'work', 'term', 'name']);

export const asThingKind = (stored: string): ThingKind => Kind.parse(stored);

function toThing(row: {
  label: string;
  kind: string;
  why: string;
  thing: { slug: string };
  mentions: { turn: { position: number } }[];
  _count: { mentions: number };
}): ThingView {
  return {
    slug: row.thing.slug,
    label: row.label,
    kind: asThingKind(row.kind),
    why: row.why,
    mentions: row._count.mentions,
    definingTurn: row.mentions[0]?.turn.position ?? 0,
  };
}

export function asTiming(stored: string): Timing {
  return Timings.parse(stored);
}

export const asSpellings = (stored: unknown): string[] => z.array(z.string()).parse(stored);

const asRole = (stored: string | null) => (stored === null ? null : Role.parse(stored));

/** The columns every mention of an episode needs. */
export const episodeRefColumns = {
  slug: true,
  title: true,
  date: true,
  timing: true,
  show: { select: { slug: true, title: true } },
} as const;

export function toEpisodeRef(row: {
  slug: string;
  title: string;
  date: string | null;
  timing: string;
  show: { slug: string; title: string };
}): EpisodeRef {
  return {
    slug: row.slug,
    title: row.title,
    date: row.date,
    timing: asTiming(row.timing),
    show: { slug: row.show.slug, title: row.show.title },
  };
}

export const withSpeaker = {
  include: { speaker: true },
  orderBy: { position: 'asc' },
} as const;

/** `episodeWords` is the whole episode's word count, of which each speaker has a share. */
export function toShare(
  row: {
    label: string;
    role: string | null;
    inferred: boolean;
    turnCount: number;
    wordCount: number;
    statedName: string | null;
    speaker: { slug: string; name: string; spellings: unknown };
  },
  episodeWords: number,
): SpeakerShare {
  const { name } = row.speaker;
  const spellings = asSpellings(row.speaker.spellings);
  return {
    slug: row.speaker.slug,
    label: row.label,
    name,
    role: asRole(row.role),
    inferred: row.inferred,
    turnCount: row.turnCount,
    wordCount: row.wordCount,
    share: episodeWords === 0 ? 0 : row.wordCount / episodeWords,
    ...(row.statedName !== null && row.statedName !== name && { stated: row.statedName }),
    ...(spellings.length > 0 && { spellings }),
  };
}

interface TurnRow {
  anchor: string;
  appearanceId: number | null;
  text: string;
  startMs: number;
  endMs: number;
  timing: string;
  confidence: number | null;
  withinMs: number | null;
  marks: unknown;
}

export function toTurn(row: TurnRow, places: ReadonlyMap<number, number>): TurnView {
  return {
    anchor: row.anchor,
    speaker: row.appearanceId === null ? null : (places.get(row.appearanceId) ?? null),
    text: row.text,
    startMs: row.startMs,
    endMs: row.endMs,
    timing: asTiming(row.timing),
    ...knownOfTimes(row),
  };
}

/** What an older version stored says none of it. */
function knownOfTimes(row: TurnRow): Pick<TurnView, 'confidence' | 'withinMs' | 'marks'> {
  const marks = Marks.parse(row.marks);
  return {
    ...(row.confidence !== null && { confidence: row.confidence }),
    ...(row.withinMs !== null && { withinMs: row.withinMs }),
    ...(marks.length > 0 && {
      marks: marks.map(([offset, ms, confidence]) => ({ offset, ms, confidence })),
    }),
  };
}

export const places = (rows: readonly { id: number }[]) =>
  new Map(rows.map((row, i) => [row.id, i]));
const inOrder = { orderBy: { position: 'asc' } } as const;

/** A whole episode, or null where there is none of that slug. */
export async function readEpisode(db: Db, slug: string): Promise<EpisodeView | null> {
  const row = await db.episode.findUnique({
    where: { slug },
    include: {
      show: true,
      appearances: withSpeaker,
      turns: inOrder,
      sections: inOrder,
      summary: inOrder,
      quotes: { ...inOrder, include: { turn: { select: { position: true, text: true } } } },
      things: {
        ...inOrder,
        include: {
          thing: { select: { slug: true } },
          mentions: { where: { defining: true }, select: { turn: { select: { position: true } } } },
          _count: { select: { mentions: true } },
        },
      },
    },
  });
  if (!row) return null;
  const at = places(row.appearances);
  return {
    ...toEpisodeRef(row),
    language: row.language,
    mediaUrl: row.mediaUrl,
    mediaFile: row.mediaFile,
    mediaType: row.mediaType,
    durationMs: row.durationMs,
    wordCount: row.wordCount,
    publisherSummary: row.publisherSummary,
    speakers: row.appearances.map((appearance) => toShare(appearance, row.wordCount)),
    turns: row.turns.map((turn) => toTurn(turn, at)),
    sections: row.sections.map(({ topics, summary, why, slug, retitled, ...section }) => ({
      slug,
      retitled,
      heading: section.heading,
      title: section.title,
      firstTurn: section.firstTurn,
      lastTurn: section.lastTurn,
      startMs: section.startMs,
      endMs: section.endMs,
      topics: Topics.parse(topics),
      summary: Points.parse(summary),
      why: Why.parse(why),
    })),
    summary: Points.parse(
      row.summary.map(({ text, turns, verbatim }) => ({ text, turns, verbatim })),
    ),
    quotes: row.quotes.map((quote) => ({
      id: quote.slug,
      turn: quote.turn.position,
      start: quote.start,
      end: quote.end,
      text: quote.turn.text.slice(quote.start, quote.end),
      why: quote.why,
      pinned: quote.pinned,
    })),
    things: row.things.map(toThing),
    understandingVersion: row.understandingVersion,
    writtenBy: row.writtenBy,
    warnings: z.array(Warning).parse(row.warnings),
    glossary: await readGlossaryOf(db, row.showId),
  };
}

/** A quote with the turns around it, or null where there is none of that id. */
export async function readQuote(db: Db, id: string): Promise<QuoteInContext | null> {
  const row = await db.quote.findUnique({
    where: { slug: id },
    include: {
      turn: true,
      episode: { include: { show: true, appearances: withSpeaker } },
    },
  });
  if (!row) return null;
  const { turn, episode } = row;
  const section = await db.section.findFirst({
    where: {
      episodeId: episode.id,
      firstTurn: { lte: turn.position },
      lastTurn: { gte: turn.position },
    },
  });
  const exchange = await db.turn.findMany({
    where: {
      episodeId: episode.id,
      position: { gte: turn.position - EXCHANGE, lte: turn.position + EXCHANGE },
    },
    ...inOrder,
  });
  const at = places(episode.appearances);
  return {
    id,
    text: turn.text.slice(row.start, row.end),
    start: row.start,
    end: row.end,
    why: row.why,
    pinned: row.pinned,
    episode: toEpisodeRef(episode),
    section: section ? { slug: section.slug, title: section.title } : null,
    speakers: episode.appearances.map((appearance) => toShare(appearance, episode.wordCount)),
    quoted: exchange.findIndex((other) => other.id === turn.id),
    exchange: exchange.map((other) => toTurn(other, at)),
  };
}
