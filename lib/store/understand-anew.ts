import type { OwnerEdit } from '../understanding/owner-edits.ts';
import type { Conversation } from '../understanding/understanding.ts';
import { type Db, writing } from './client.ts';
import { readEpisode } from './read-episode.ts';
import { StoreRefusal } from './records.ts';
import { readPublished, retire } from './retire.ts';
import { clearUnderstanding, type Understood, writeUnderstanding } from './save-understanding.ts';

/** Slugs of the episodes that an older version of the methods has read (or all), in order. */
export async function episodesReadBefore(db: Db, version: number): Promise<string[]> {
  const rows = await db.episode.findMany({
    where: { understandingVersion: { lt: version } },
    select: { slug: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ slug }) => slug);
}

/** What was said in a stored episode, as the understanding reads it; null where there is none. */
export async function readConversation(db: Db, slug: string): Promise<Conversation | null> {
  const episode = await readEpisode(db, slug);
  if (!episode) return null;
  const { turns, speakers, language } = episode;
  return { turns, speakers, language };
}

/**
 * Replaces what earlier methods made of a stored episode, in one transaction; its turns and the
 * owner's edits stay. Returns the edits whose words are nowhere any more.
 * @throws StoreRefusal where there is no such episode, or a quote is not verbatim.
 */
export async function replaceUnderstanding(
  db: Db,
  slug: string,
  understood: Understood,
): Promise<OwnerEdit[]> {
  return writing(db, async (tx) => {
    const episode = await tx.episode.findUnique({ where: { slug } });
    if (!episode) throw new StoreRefusal(`There is no episode “${slug}”.`);
    const { id: episodeId, language } = episode;
    const published = await readPublished(tx, episodeId);
    await clearUnderstanding(tx, episodeId);
    const lost = await writeUnderstanding(tx, { episodeId, slug, language }, understood);
    await retire(tx, episodeId, published);
    await tx.thing.deleteMany({ where: { episodes: { none: {} } } });
    await tx.outboxEntry.create({ data: { episodeId } });
    return lost;
  });
}
