import { type Db, writing } from './client.ts';
import { readEpisode } from './read-episode.ts';
import type { EpisodeView } from './views.ts';

/** An episode as the search engines are told of it. */
export interface EpisodeForIndex extends EpisodeView {
  id: number;
  /** Equal versions hold equal words, times, names and sections. */
  version: string;
}

/** What one engine has still to be told, oldest first; `lastSeq` is 0 where the outbox is read to its end. */
export interface Pending {
  episodeIds: number[];
  lastSeq: number;
}

export async function pendingFor(db: Db, engine: string): Promise<Pending> {
  const cursor = await db.engineCursor.findUnique({ where: { engine } });
  const entries = await db.outboxEntry.findMany({
    where: { seq: { gt: cursor?.seq ?? 0 } },
    orderBy: { seq: 'asc' },
  });
  return {
    episodeIds: [...new Set(entries.map((entry) => entry.episodeId))],
    lastSeq: entries.at(-1)?.seq ?? 0,
  };
}

/**
 * Notes that `engine` has been told everything up to `seq`, and forgets the entries that all of
 * `engines` have read. A cursor only ever moves forward, so that two processes may do this at once.
 */
export async function advance(db: Db, engine: string, seq: number, engines: readonly string[]) {
  await writing(db, async (tx) => {
    const cursor = await tx.engineCursor.findUnique({ where: { engine } });
    await tx.engineCursor.upsert({
      where: { engine },
      create: { engine, seq },
      update: { seq: Math.max(seq, cursor?.seq ?? 0) },
    });
    const cursors = await tx.engineCursor.findMany({ where: { engine: { in: [...engines] } } });
    if (cursors.length < engines.length) return;
    await tx.outboxEntry.deleteMany({
      where: { seq: { lte: Math.min(...cursors.map((row) => row.seq)) } },
    });
  });
}

const versionColumns = { slug: true, sourceHash: true, updatedAt: true } as const;

/** Every write to an episode moves `updatedAt`, also one that only gives its sections new titles. */
const versionOf = (row: { slug: string; sourceHash: string; updatedAt: Date }) =>
  `${row.sourceHash}:${row.slug}:${row.updatedAt.getTime()}`;

/** Id → version of every stored episode. */
export async function episodeVersions(db: Db): Promise<Map<number, string>> {
  const rows = await db.episode.findMany({
    select: { id: true, ...versionColumns },
    orderBy: { id: 'asc' },
  });
  return new Map(rows.map((row) => [row.id, versionOf(row)]));
}

/** One episode for the engines, or null where it is gone. */
export async function readForIndex(db: Db, id: number): Promise<EpisodeForIndex | null> {
  const row = await db.episode.findUnique({
    where: { id },
    select: versionColumns,
  });
  const view = row && (await readEpisode(db, row.slug));
  return view ? { ...view, id, version: versionOf(row) } : null;
}
