import type { Thing } from '../understanding/things/thing.ts';
import type { Tx } from './client.ts';
import { slugify, unique } from './identity.ts';

/** Writes the things of an episode and where they are named; equal keys are one thing over episodes. */
export async function saveThings(
  tx: Tx,
  episodeId: number,
  found: readonly Thing[],
  turnId: (turn: number) => number,
): Promise<void> {
  // “Frame Pack” in one episode and “FramePack” in another are one thing.
  const joined = found.map((thing) => ({ ...thing, key: thing.key.replaceAll(' ', '') }));
  const things = [...new Map(joined.map((thing) => [thing.key, thing])).values()];
  const ids = await thingIds(tx, things);
  await tx.episodeThing.createMany({
    data: things.flatMap(({ key, label, kind, forms, why }, position) => {
      const thingId = ids.get(key);
      return thingId === undefined
        ? []
        : [{ episodeId, thingId, position, label, kind, forms, why }];
    }),
  });
  const rows = await tx.episodeThing.findMany({
    where: { episodeId },
    select: { id: true, thingId: true },
  });
  const rowOf = new Map(rows.map(({ id, thingId }) => [thingId, id]));
  const mentions = things.flatMap(({ key, mentions, defining }) => {
    const row = rowOf.get(ids.get(key) ?? -1) ?? -1;
    return mentions.map(({ turn, start, end }, i) => [
      row,
      turnId(turn),
      start,
      end,
      i === defining ? 1 : 0,
    ]);
  });
  // One parameter for hundreds of rows: several times as fast as an insert with thousands of them.
  await tx.$executeRaw`
    INSERT INTO Mention (episodeThingId, turnId, "start", "end", defining)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
    FROM json_each(${JSON.stringify(mentions)})`;
}

/** Key → id, made where the library meets a thing for the first time. */
async function thingIds(tx: Tx, things: readonly Thing[]): Promise<Map<string, number>> {
  const keys = things.map(({ key }) => key);
  const known = await tx.thing.findMany({ where: { key: { in: keys } } });
  const ids = new Map(known.map(({ key, id }) => [key, id]));
  const fresh = things.filter(({ key }) => !ids.has(key));
  if (fresh.length === 0) return ids;
  const wished = fresh.map(({ label }) => slugify(label));
  const taken = await tx.thing.findMany({
    where: { slug: { in: wished } },
    select: { slug: true },
  });
  const slugs = unique([...taken.map(({ slug }) => slug), ...wished]).slice(taken.length);
  for (const [i, { key }] of fresh.entries()) {
    const slug = await freeSlug(tx, slugs[i] ?? slugify(key));
    ids.set(key, (await tx.thing.create({ data: { key, slug } })).id);
  }
  return ids;
}

async function freeSlug(tx: Tx, wished: string): Promise<string> {
  let slug = wished;
  for (let n = 2; (await tx.thing.count({ where: { slug } })) > 0; n++) slug = `${wished}-${n}`;
  return slug;
}
