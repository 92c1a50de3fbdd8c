import { isUnnamed } from '../people/nameless.ts';
import type { Occurrence } from '../people/resolve-people.ts';
import { Role } from '../transcript/transcript.ts';
import { type Db, inChunks, type Tx } from './client.ts';

/** How the address of a speaker begins who is not settled yet; no real one does. */
export const PENDING = ':';

/** A show whose speakers are to be settled. */
export interface SettledShow {
  id: number;
  slug: string;
}

/** Somebody who speaks in an episode, and who they are taken to be. */
export interface StoredOccurrence extends Occurrence {
  id: number;
  /** Among the speakers of the episode. */
  position: number;
  episodeId: number;
  speaker: { id: number; slug: string; name: string };
}

/** Part of a show: who has one of these names, and who has none in one of these episodes. */
export interface ShowPart {
  names: ReadonlySet<string>;
  episodeSlugs: readonly string[];
}

/** All who speak in a show or in a part of it, episode by episode. */
export async function readOccurrences(
  db: Db | Tx,
  showId: number,
  part?: ShowPart,
): Promise<StoredOccurrence[]> {
  if (!part) return readWhere(db, { episode: { showId } });
  const rows = await readWhere(db, {
    unnamed: true,
    episode: { showId, slug: { in: [...part.episodeSlugs] } },
  });
  for (const names of inChunks([...part.names]))
    rows.push(
      ...(await readWhere(db, { unnamed: false, statedName: { in: names }, episode: { showId } })),
    );
  return rows.sort((a, b) => a.episodeId - b.episodeId || a.position - b.position);
}

/** The names under which people of a show speak. */
export async function readStatedNames(db: Db | Tx, showId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ statedName: string }[]>`
    SELECT DISTINCT a."statedName" FROM "Appearance" a JOIN "Episode" e ON e."id" = a."episodeId"
    WHERE e."showId" = ${showId} AND a."unnamed" = 0 AND a."statedName" IS NOT NULL`;
  return rows.map(({ statedName }) => statedName);
}

async function readWhere(
  db: Db | Tx,
  where: NonNullable<Parameters<Tx['appearance']['findMany']>[0]>['where'],
): Promise<StoredOccurrence[]> {
  const rows = await db.appearance.findMany({
    ...(where && { where }),
    orderBy: [{ episodeId: 'asc' }, { position: 'asc' }],
    select: {
      id: true,
      label: true,
      role: true,
      statedName: true,
      unnamed: true,
      position: true,
      episodeId: true,
      episode: { select: { slug: true } },
      speaker: { select: { id: true, slug: true, name: true } },
    },
  });
  return rows.map(
    ({ id, label, role, statedName, unnamed, position, episodeId, episode, speaker }) => {
      const name = statedName ?? speaker.name;
      return {
        id,
        position,
        episodeId,
        speaker,
        name,
        episode: episode.slug,
        role: role === null ? null : Role.parse(role),
        unnamed: unnamed || (statedName === null && isUnnamed({ label, name })),
      };
    },
  );
}

/**
 * Gives appearances of an older version, which was stored before anybody was merged, the name they were
 * stored with: it is about to be no longer their speaker's.
 */
export async function keepStatedNames(tx: Tx): Promise<void> {
  if (!(await tx.appearance.findFirst({ where: { statedName: null }, select: { id: true } })))
    return;
  await tx.$executeRaw`UPDATE "Appearance" SET "statedName" =
    (SELECT "name" FROM "Speaker" WHERE "Speaker"."id" = "speakerId") WHERE "statedName" IS NULL`;
  const names = await tx.appearance.findMany({
    where: { unnamed: false },
    distinct: ['label', 'statedName'],
    select: { label: true, statedName: true },
  });
  for (const { label, statedName } of names) {
    if (statedName === null || !isUnnamed({ label, name: statedName })) continue;
    await tx.appearance.updateMany({ where: { label, statedName }, data: { unnamed: true } });
  }
}
