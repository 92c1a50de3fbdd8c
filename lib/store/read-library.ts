import { Role } from '../transcript/transcript.ts';
import type { Db } from './client.ts';
import {
  asSpellings,
  asTiming,
  episodeRefColumns,
  toEpisodeRef,
  toShare,
  withSpeaker,
} from './read-episode.ts';
import type { EpisodePage, EpisodePaging, ShowView, SpeakerView } from './views.ts';

/** Episodes, newest first, undated ones last. */
export async function readEpisodes(
  db: Db,
  { page, perPage, show }: EpisodePaging,
): Promise<EpisodePage> {
  const where = show === undefined ? {} : { show: { slug: show } };
  const [total, rows] = await Promise.all([
    db.episode.count({ where }),
    db.episode.findMany({
      where,
      orderBy: [{ date: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      skip: (page - 1) * perPage,
      take: perPage,
      include: {
        show: true,
        appearances: withSpeaker,
        summary: { orderBy: { position: 'asc' }, take: 1 },
        _count: { select: { turns: true } },
      },
    }),
  ]);
  return {
    total,
    page,
    perPage,
    episodes: rows.map((row) => ({
      ...toEpisodeRef(row),
      durationMs: row.durationMs,
      wordCount: row.wordCount,
      turnCount: row._count.turns,
      changedAt: row.updatedAt.toISOString(),
      blurb: row.publisherSummary?.split('\n')[0] ?? row.summary[0]?.text ?? null,
      speakers: row.appearances.map(({ speaker, role }) => ({
        slug: speaker.slug,
        name: speaker.name,
        role: role === null ? null : Role.parse(role),
      })),
    })),
  };
}

/** Everything that has a page of its own, for a sitemap. */
export async function readAddresses(db: Db) {
  const [episodes, speakers, things] = await Promise.all([
    db.episode.findMany({ select: { slug: true, updatedAt: true }, orderBy: { id: 'desc' } }),
    db.speaker.findMany({ select: { slug: true }, orderBy: { id: 'asc' } }),
    db.thing.findMany({ select: { slug: true }, orderBy: { id: 'asc' } }),
  ]);
  const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);
  return {
    episodes: episodes.map(({ slug, updatedAt }) => ({ slug, changed: updatedAt.toISOString() })),
    speakers: slugs(speakers),
    things: slugs(things),
  };
}

export const countEpisodes = (db: Db): Promise<number> => db.episode.count();

/** A person with every episode they speak in, newest first; null where nobody has that slug. */
export async function readSpeaker(db: Db, slug: string): Promise<SpeakerView | null> {
  const row = await db.speaker.findUnique({
    where: { slug },
    include: {
      appearances: {
        orderBy: [{ episode: { date: 'desc' } }, { id: 'desc' }],
        include: {
          speaker: true,
          episode: { select: { ...episodeRefColumns, wordCount: true } },
        },
      },
    },
  });
  if (!row) return null;
  const quotes = await db.quote.findMany({
    where: { turn: { appearance: { speakerId: row.id } } },
    orderBy: { position: 'asc' },
    include: { turn: true },
  });
  return {
    slug: row.slug,
    name: row.name,
    spellings: asSpellings(row.spellings),
    appearances: row.appearances.map((appearance) => ({
      ...toShare(appearance, appearance.episode.wordCount),
      episode: toEpisodeRef(appearance.episode),
      quotes: quotes
        .filter((quote) => quote.turn.appearanceId === appearance.id)
        .map(({ slug: id, start, end, turn }) => ({
          id,
          text: turn.text.slice(start, end),
          startMs: turn.startMs,
          timing: asTiming(turn.timing),
        })),
    })),
  };
}

/** What has a name in URLs. */
export type NamedKind = 'show' | 'speaker' | 'episode' | 'section';

/** Whether anything of that kind has this very slug. */
export async function isSlug(db: Db, kind: NamedKind, slug: string): Promise<boolean> {
  const query = { where: { slug }, select: { id: true } };
  if (kind === 'show') return (await db.show.findFirst(query)) !== null;
  if (kind === 'speaker') return (await db.speaker.findFirst(query)) !== null;
  if (kind === 'episode') return (await db.episode.findFirst(query)) !== null;
  return (await db.section.findFirst(query)) !== null;
}

/** Every show, in the order of their titles. */
export async function readShows(db: Db): Promise<ShowView[]> {
  const rows = await db.show.findMany({
    select: { slug: true, title: true, _count: { select: { episodes: true } } },
    orderBy: { title: 'asc' },
  });
  return rows.map(({ _count, ...show }) => ({ ...show, episodes: _count.episodes }));
}
