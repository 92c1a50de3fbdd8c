import { fullestName } from '../people/fullest-name.ts';
import { inChunks, type Tx } from './client.ts';

/** A name that a speaker is to have, with where it comes from. */
export interface Wished {
  names: Set<string>;
  owners: Set<string>;
}

/** Speakers under these addresses, with the names they are to have; returns who has another name now. */
export async function writeSpeakers(
  tx: Tx,
  wished: ReadonlyMap<string, Wished>,
  shows: ReadonlySet<number>,
) {
  const ids = new Map<string, number>();
  const renamed: { id: number; slug: string; from: string; to: string }[] = [];
  const held = new Map<string, { id: number; name: string }>();
  for (const part of inChunks([...wished.keys()])) {
    for (const row of await tx.speaker.findMany({ where: { slug: { in: part } } }))
      held.set(row.slug, row);
  }
  for (const [slug, { names, owners }] of wished) {
    const before = held.get(slug);
    if (!before) {
      const name = fullestName(owners.size > 0 ? owners : names);
      ids.set(slug, (await tx.speaker.create({ data: { slug, name } })).id);
      continue;
    }
    ids.set(slug, before.id);
    if (owners.size === 0 && names.size === 1 && names.has(before.name)) continue;
    const elsewhere =
      owners.size === 0 &&
      (await tx.appearance.findFirst({
        where: { speakerId: before.id, episode: { showId: { notIn: [...shows] } } },
        select: { id: true },
      }));
    // Another show's spelling counts as much as this one's.
    const name = fullestName(
      owners.size > 0 ? owners : elsewhere ? [...names, before.name] : names,
    );
    if (name === before.name) continue;
    await tx.speaker.update({ where: { id: before.id }, data: { name } });
    renamed.push({ id: before.id, slug, from: before.name, to: name });
  }
  return { ids, renamed };
}

/** Notes under which other spellings each speaks; returns those of whom that is news. */
export async function writeSpellings(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const news: number[] = [];
  for (const part of inChunks(ids)) {
    const speakers = await tx.speaker.findMany({ where: { id: { in: part } } });
    const stated = await tx.$queryRaw<{ speakerId: number; statedName: string }[]>`
      SELECT DISTINCT "speakerId", "statedName" FROM "Appearance"
      WHERE "unnamed" = 0 AND "statedName" IS NOT NULL
        AND "speakerId" IN (SELECT value FROM json_each(${JSON.stringify(part)}))`;
    const byId = new Map<number, string[]>();
    for (const { speakerId, statedName } of stated) {
      const id = Number(speakerId);
      byId.set(id, [...(byId.get(id) ?? []), statedName]);
    }
    for (const { id, name, spellings } of speakers) {
      const others = (byId.get(id) ?? []).filter((spelling) => spelling !== name).sort();
      if (JSON.stringify(others) === JSON.stringify(spellings)) continue;
      await tx.speaker.update({ where: { id }, data: { spellings: others } });
      news.push(id);
    }
  }
  return news;
}
