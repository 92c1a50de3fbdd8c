import { z } from 'zod';
import { sentences } from '../understanding/sentences.ts';
import type { Db } from './client.ts';
import { asThingKind, asTiming, episodeRefColumns, toEpisodeRef } from './read-episode.ts';
import type { MentionView, ThingCard, ThingCards, ThingPage } from './views.ts';

/** Mentions shown of one thing; an episode with more says how many there are. */
const MENTIONS_PER_EPISODE = 200;
/** Sentences shown of the passage that explains a thing. */
const EXPLAINED_IN = 5;
const NEIGHBOURS = 12;

/** Everything the library is about, what most episodes name first. `page` counts from 1. */
export async function readThings(
  db: Db,
  { page, perPage }: { page: number; perPage: number },
): Promise<ThingCards> {
  const [total, rows] = await Promise.all([
    db.thing.count(),
    db.$queryRaw<{ id: number; episodes: number | bigint; mentions: number | bigint }[]>`
      SELECT e.thingId AS id, COUNT(DISTINCT e.episodeId) AS episodes, COUNT(m.id) AS mentions
      FROM EpisodeThing e LEFT JOIN Mention m ON m.episodeThingId = e.id
      GROUP BY e.thingId ORDER BY episodes DESC, MIN(e.position), mentions DESC, e.thingId
      LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
  ]);
  const cards = await readCards(
    db,
    rows.map(({ id, episodes, mentions }) => ({
      id: Number(id),
      episodes: Number(episodes),
      mentions: Number(mentions),
    })),
  );
  return { total, page, perPage, things: cards };
}

async function readCards(
  db: Db,
  counts: readonly { id: number; episodes: number; mentions: number }[],
): Promise<ThingCard[]> {
  const things = await db.thing.findMany({
    where: { id: { in: counts.map(({ id }) => id) } },
    include: { episodes: { orderBy: { position: 'asc' }, take: 1 } },
  });
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  return counts.flatMap(({ id, episodes, mentions }) => {
    const thing = byId.get(id);
    const best = thing?.episodes[0];
    if (!thing || !best) return [];
    const { label } = best;
    return [{ slug: thing.slug, label, kind: asThingKind(best.kind), episodes, mentions }];
  });
}

/**
 * One thing with every mention, episode by episode from the oldest, and first of all the passage
 * that explains it: in the episode that is most about it. Null where there is no such thing.
 */
export async function readThing(db: Db, slug: string): Promise<ThingPage | null> {
  const thing = await db.thing.findUnique({
    where: { slug },
    include: {
      episodes: {
        orderBy: [{ episode: { date: { sort: 'asc', nulls: 'last' } } }, { episodeId: 'asc' }],
        include: {
          episode: { select: { ...episodeRefColumns, id: true, language: true } },
          _count: { select: { mentions: true } },
          mentions: {
            orderBy: [{ turn: { position: 'asc' } }, { start: 'asc' }],
            take: MENTIONS_PER_EPISODE,
            include: { turn: { include: { appearance: { include: { speaker: true } } } } },
          },
        },
      },
    },
  });
  const most = thing?.episodes.reduce((a, b) => (b._count.mentions > a._count.mentions ? b : a));
  if (!thing || !most) return null;
  const toMention = (
    mention: (typeof most.mentions)[number],
    language: string,
    count: number,
  ): MentionView => ({
    ...around(mention, language, count),
    anchor: mention.turn.anchor,
    startMs: mention.turn.startMs,
    timing: asTiming(mention.turn.timing),
    speaker: mention.turn.appearance
      ? { slug: mention.turn.appearance.speaker.slug, name: mention.turn.appearance.speaker.name }
      : null,
    defining: mention.defining,
  });
  const defining = most.mentions.find((mention) => mention.defining) ?? most.mentions[0];
  const forms = thing.episodes.flatMap((row) => z.array(z.string()).parse(row.forms));
  return {
    slug,
    label: most.label,
    kind: asThingKind(most.kind),
    why: most.why,
    forms: [...new Set(forms)],
    explained: defining
      ? {
          episode: toEpisodeRef(most.episode),
          mention: toMention(defining, most.episode.language, EXPLAINED_IN),
        }
      : null,
    episodes: thing.episodes.map((row) => ({
      episode: toEpisodeRef(row.episode),
      total: row._count.mentions,
      mentions: row.mentions.map((mention) => toMention(mention, row.episode.language, 1)),
    })),
    neighbours: await readNeighbours(db, thing.id),
  };
}

/** Things most often named in the same turns. */
async function readNeighbours(db: Db, thingId: number): Promise<ThingCard[]> {
  const rows = await db.$queryRaw<{ id: number; shared: number | bigint }[]>`
    SELECT o.thingId AS id, COUNT(DISTINCT theirs.turnId) AS shared
    FROM EpisodeThing e JOIN Mention mine ON mine.episodeThingId = e.id
    JOIN Mention theirs ON theirs.turnId = mine.turnId
    JOIN EpisodeThing o ON o.id = theirs.episodeThingId AND o.thingId <> e.thingId
    WHERE e.thingId = ${thingId}
    GROUP BY o.thingId ORDER BY shared DESC, MIN(o.position) LIMIT ${NEIGHBOURS}`;
  const ids = rows.map(({ id }) => Number(id));
  const counts = await db.episodeThing.findMany({
    where: { thingId: { in: ids } },
    select: { thingId: true, _count: { select: { mentions: true } } },
  });
  return readCards(
    db,
    ids.map((id) => {
      const own = counts.filter((row) => row.thingId === id);
      const mentions = own.reduce((sum, row) => sum + row._count.mentions, 0);
      return { id, episodes: own.length, mentions };
    }),
  );
}

/** The sentence a mention stands in and those that follow it, `count` in all, and where it stands there. */
function around(
  mention: { start: number; end: number; turn: { text: string } },
  language: string,
  count: number,
) {
  const { text } = mention.turn;
  const spans = sentences(text, language);
  const first = Math.max(
    0,
    spans.findIndex(({ end }) => end > mention.start),
  );
  const from = spans[first]?.start ?? 0;
  const to = spans[Math.min(spans.length, first + count) - 1]?.end ?? text.length;
  return {
    text: text.slice(from, to),
    start: mention.start - from,
    end: Math.min(to, mention.end) - from,
    offset: mention.start,
  };
}
