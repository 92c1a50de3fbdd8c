import type { Db } from './client.ts';
import type { RetiredPlaceView } from './views.ts';

/** Names of turns and sections that an episode no longer has, and where their words are now. */
export async function readRetiredPlaces(db: Db, slug: string): Promise<RetiredPlaceView[]> {
  return db.retiredPlace.findMany({
    where: { episode: { slug } },
    select: { fragment: true, turn: true, offset: true },
    orderBy: [{ turn: 'asc' }, { offset: 'asc' }, { fragment: 'asc' }],
  });
}

/** Where the words of a quote are that is no longer chosen; null where there never was such a quote. */
export async function readRetiredQuote(
  db: Db,
  id: string,
): Promise<{ episode: string; address: string } | null> {
  const row = await db.retiredQuote.findUnique({
    where: { slug: id },
    select: { address: true, episode: { select: { slug: true } } },
  });
  return row && { episode: row.episode.slug, address: row.address };
}
