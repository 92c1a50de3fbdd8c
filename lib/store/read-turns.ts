import type { Db } from './client.ts';
import {
  episodeRefColumns,
  places,
  toEpisodeRef,
  toShare,
  toTurn,
  withSpeaker,
} from './read-episode.ts';
import type { ExchangeView, PlacedTurn } from './views.ts';

/** SQLite takes many conditions in one statement, but not any number. */
const RANGES_AT_ONCE = 50;

/** The turns at positions of episodes, both ends included, in order; a turn in two ranges comes once. */
export async function readTurns(
  db: Db,
  ranges: readonly { episode: string; first: number; last: number }[],
): Promise<PlacedTurn[]> {
  const found = new Map<string, PlacedTurn>();
  for (let from = 0; from < ranges.length; from += RANGES_AT_ONCE) {
    const rows = await db.turn.findMany({
      where: {
        OR: ranges.slice(from, from + RANGES_AT_ONCE).map(({ episode, first, last }) => ({
          episode: { slug: episode },
          position: { gte: first, lte: last },
        })),
      },
      select: {
        anchor: true,
        position: true,
        text: true,
        appearance: { select: { speaker: { select: { name: true } } } },
        episode: { select: { slug: true } },
      },
    });
    for (const { episode, appearance, ...turn } of rows) {
      found.set(`${turn.position} ${episode.slug}`, {
        ...turn,
        episode: episode.slug,
        speaker: appearance?.speaker.name ?? null,
      });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      (a.episode < b.episode ? -1 : a.episode > b.episode ? 1 : 0) || a.position - b.position,
  );
}

/** Turns of an episode with all that it takes to show them, or null where it is gone. */
export async function readExchange(
  db: Db,
  slug: string,
  first: number,
  last: number,
): Promise<ExchangeView | null> {
  const row = await db.episode.findUnique({
    where: { slug },
    select: {
      ...episodeRefColumns,
      language: true,
      wordCount: true,
      appearances: withSpeaker,
      turns: {
        where: { position: { gte: first, lte: last } },
        orderBy: { position: 'asc' },
      },
      sections: {
        where: { firstTurn: { lte: last }, lastTurn: { gte: first } },
        orderBy: { position: 'asc' },
        select: { slug: true, title: true },
        take: 1,
      },
    },
  });
  if (!row) return null;
  const at = places(row.appearances);
  return {
    episode: toEpisodeRef(row),
    language: row.language,
    section: row.sections[0] ?? null,
    speakers: row.appearances.map((appearance) => toShare(appearance, row.wordCount)),
    first: row.turns[0]?.position ?? first,
    turns: row.turns.map((turn) => toTurn(turn, at)),
  };
}
