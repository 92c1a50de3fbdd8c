import { type Db, inChunks, type Tx } from './client.ts';
import { PENDING } from './read-occurrences.ts';

/** So many addresses are followed at most, one after the other. */
const MOST_HOPS = 50;

/**
 * Keeps the addresses of speakers that nobody has any more: they lead to whoever took over most of their
 * episodes. An address that somebody has again is not retired any more. Speakers without episodes go.
 */
export async function retireSpeakers(
  tx: Tx,
  moves: readonly { from: string; to: string }[],
): Promise<void> {
  const takers = new Map<string, Map<string, number>>();
  for (const { from, to } of moves) {
    const counts = takers.get(from) ?? new Map<string, number>();
    takers.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
  }
  const live = new Set<string>();
  for (const slugs of inChunks([...new Set(moves.flatMap(({ from, to }) => [from, to]))])) {
    const here = { slug: { in: slugs } };
    await tx.speaker.deleteMany({ where: { ...here, appearances: { none: {} } } });
    const rows = await tx.speaker.findMany({ where: here, select: { slug: true } });
    for (const { slug } of rows) live.add(slug);
    await tx.retiredSpeaker.deleteMany({ where: { slug: { in: rows.map(({ slug }) => slug) } } });
  }
  for (const [slug, counts] of takers) {
    if (live.has(slug) || slug.startsWith(PENDING)) continue;
    const [taker] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!taker) continue;
    const target = taker[0];
    await tx.retiredSpeaker.upsert({
      where: { slug },
      create: { slug, target },
      update: { target },
    });
  }
}

/** The address that a retired one leads to; null where nobody of the library ever had it. */
export async function liveSpeaker(db: Db | Tx, slug: string): Promise<string | null> {
  const seen = new Set<string>();
  let at = slug;
  for (let hop = 0; hop < MOST_HOPS && !seen.has(at); hop++) {
    seen.add(at);
    if (await db.speaker.findUnique({ where: { slug: at }, select: { id: true } })) return at;
    const retired = await db.retiredSpeaker.findUnique({ where: { slug: at } });
    if (!retired) return null;
    at = retired.target;
  }
  return null;
}
