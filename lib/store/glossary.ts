import { type Db, writing } from './client.ts';
import { StoreRefusal } from './records.ts';
import type { GlossaryForm } from './views.ts';

/** A form and where it holds. */
export interface GlossaryRecord extends GlossaryForm {
  /** The show's slug; null for all shows. */
  show: string | null;
}

const inOrder = { orderBy: { id: 'asc' } } as const;

/** What holds for a show; its own entries stand before those for all, and so win. */
export async function readGlossaryOf(db: Db, showId: number): Promise<GlossaryForm[]> {
  const rows = await db.glossaryEntry.findMany({
    where: { OR: [{ showId }, { showId: null }] },
    ...inOrder,
  });
  const own = rows.filter((row) => row.showId !== null);
  const general = rows.filter((row) => row.showId === null);
  return [...own, ...general].map(({ term, heard }) => ({ term, heard }));
}

/** Everything that is applied. */
export async function readGlossary(db: Db): Promise<GlossaryRecord[]> {
  const rows = await db.glossaryEntry.findMany({ include: { show: true }, ...inOrder });
  return rows.map(({ term, heard, show }) => ({ term, heard, show: show?.slug ?? null }));
}

/**
 * Puts these entries in the place of all others, and tells the search engines of the episodes named
 * by slug, whose words are read otherwise now: all in one transaction.
 * @throws StoreRefusal where a show is unknown; nothing is changed then.
 */
export async function replaceGlossary(
  db: Db,
  entries: readonly GlossaryRecord[],
  episodes: readonly string[],
): Promise<void> {
  await writing(db, async (tx) => {
    const shows = new Map<string, number>();
    for (const { id, slug } of await tx.show.findMany({ select: { id: true, slug: true } })) {
      shows.set(slug, id);
    }
    await tx.glossaryEntry.deleteMany();
    await tx.glossaryEntry.createMany({
      data: entries.map(({ show, term, heard }) => {
        const showId = show === null ? null : shows.get(show);
        if (showId === undefined) throw new StoreRefusal(`There is no show “${show}”.`);
        return { showId, term, heard };
      }),
    });
    const touched = await tx.episode.findMany({
      where: { slug: { in: [...episodes] } },
      select: { id: true },
    });
    const ids = touched.map(({ id }) => id);
    // A new version of them, which the engines have yet to see.
    await tx.episode.updateMany({ where: { id: { in: ids } }, data: { updatedAt: new Date() } });
    await tx.outboxEntry.createMany({ data: ids.map((episodeId) => ({ episodeId })) });
  });
}
