import { likeness } from '../understanding/relate.ts';
import type { Tx } from './client.ts';
import { Prisma } from './generated/client.ts';

/** Terms in more places than this tell nothing and would cost the most. */
const TOO_COMMON = 2_000;
/** Sections this alike (cosine of TF-IDF) are about the same. */
const RELATED = 0.16;
const RELATED_MOST = 4;
/** Claims this alike say nearly the same. */
const SAID_BEFORE = 0.55;
/** Fewer shared terms are chance. */
const SHARED_LEAST = 4;

interface Weighted {
  owner: number;
  term: string;
  weight: number;
}

/** Links each section of the episode with the most alike ones of other episodes, both ways. */
export async function linkSections(tx: Tx, episodeId: number): Promise<void> {
  const own = await tx.$queryRaw<Weighted[]>`
    SELECT t.sectionId AS owner, t.term, t.weight FROM SectionTerm t
    JOIN Section s ON s.id = t.sectionId WHERE s.episodeId = ${episodeId}`;
  const frequency = await frequencies(tx, Prisma.sql`SectionTerm`, own);
  const useful = usefulTerms(frequency);
  if (useful.length === 0) return;
  const candidates = await tx.$queryRaw<{ a: number; b: number; score: number }[]>`
    SELECT mine.sectionId AS a, theirs.sectionId AS b, SUM(mine.weight * theirs.weight) AS score
    FROM SectionTerm mine
    JOIN Section s ON s.id = mine.sectionId AND s.episodeId = ${episodeId}
    JOIN SectionTerm theirs ON theirs.term = mine.term
    JOIN Section o ON o.id = theirs.sectionId AND o.episodeId <> ${episodeId}
    WHERE mine.term IN (${Prisma.join(useful)})
    GROUP BY a, b HAVING COUNT(*) > 2`;
  const near = strongest(candidates, 5 * RELATED_MOST);
  if (near.length === 0) return;
  const theirs = await tx.sectionTerm.findMany({
    where: { sectionId: { in: [...new Set(near.map(({ b }) => b))] } },
  });
  const all = [
    ...own,
    ...theirs.map(({ sectionId: owner, term, weight }) => ({ owner, term, weight })),
  ];
  const bags = bagsOf(all);
  const idf = inverse(
    await tx.section.count(),
    await frequencies(tx, Prisma.sql`SectionTerm`, all),
  );
  const scored = near
    .map(({ a, b }) => ({ a, b, score: likeness(bags.get(a), bags.get(b), idf) }))
    .filter(({ score }) => score >= RELATED);
  const links = bothWays(strongest(scored, RELATED_MOST));
  await tx.relatedSection.createMany({ data: links });
}

/** Links each claim of the episode with those of other episodes that say nearly the same. */
export async function linkClaims(tx: Tx, episodeId: number): Promise<void> {
  const own = await tx.$queryRaw<Weighted[]>`
    SELECT t.claimId AS owner, t.term, 1.0 AS weight FROM ClaimTerm t
    JOIN Claim c ON c.id = t.claimId WHERE c.episodeId = ${episodeId}`;
  const useful = usefulTerms(await frequencies(tx, Prisma.sql`ClaimTerm`, own));
  if (useful.length === 0) return;
  const near = await tx.$queryRaw<{ a: number; b: number }[]>`
    SELECT mine.claimId AS a, theirs.claimId AS b
    FROM ClaimTerm mine
    JOIN Claim c ON c.id = mine.claimId AND c.episodeId = ${episodeId}
    JOIN ClaimTerm theirs ON theirs.term = mine.term
    JOIN Claim o ON o.id = theirs.claimId AND o.episodeId <> ${episodeId}
    WHERE mine.term IN (${Prisma.join(useful)})
    GROUP BY a, b HAVING COUNT(*) >= ${SHARED_LEAST}`;
  if (near.length === 0) return;
  const theirs = await tx.claimTerm.findMany({
    where: { claimId: { in: [...new Set(near.map(({ b }) => b))] } },
  });
  const all = [...own, ...theirs.map(({ claimId: owner, term }) => ({ owner, term, weight: 1 }))];
  const bags = bagsOf(all);
  const idf = inverse(await tx.claim.count(), await frequencies(tx, Prisma.sql`ClaimTerm`, all));
  const scored = near
    .map(({ a, b }) => ({ a, b, score: likeness(bags.get(a), bags.get(b), idf) }))
    .filter(({ score }) => score >= SAID_BEFORE);
  await tx.echo.createMany({ data: bothWays(scored) });
}

/** In how many places of a table each term stands. */
async function frequencies(tx: Tx, table: Prisma.Sql, rows: readonly Weighted[]) {
  const found = new Map<string, number>();
  const terms = [...new Set(rows.map(({ term }) => term))];
  for (let i = 0; i < terms.length; i += 500) {
    const counted = await tx.$queryRaw<{ term: string; n: number | bigint }[]>`
      SELECT term, COUNT(*) AS n FROM ${table}
      WHERE term IN (${Prisma.join(terms.slice(i, i + 500))}) GROUP BY term`;
    for (const { term, n } of counted) found.set(term, Number(n));
  }
  return found;
}

/** Terms that another place shares and that are not everywhere. */
function usefulTerms(frequency: ReadonlyMap<string, number>): string[] {
  return [...frequency].filter(([, n]) => n > 1 && n <= TOO_COMMON).map(([term]) => term);
}

function inverse(places: number, frequency: ReadonlyMap<string, number>) {
  return new Map([...frequency].map(([term, n]) => [term, Math.log(1 + places / n)]));
}

function bagsOf(rows: readonly Weighted[]): Map<number, Map<string, number>> {
  const bags = new Map<number, Map<string, number>>();
  for (const { owner, term, weight } of rows) {
    const bag = bags.get(owner) ?? new Map<string, number>();
    bag.set(term, weight);
    bags.set(owner, bag);
  }
  return bags;
}

/** The best `most` partners of each `a`. */
function strongest<T extends { a: number; b: number; score: number }>(
  pairs: readonly T[],
  most: number,
): T[] {
  const taken = new Map<number, number>();
  return [...pairs]
    .sort((x, y) => y.score - x.score || x.b - y.b)
    .filter(({ a }) => {
      const n = taken.get(a) ?? 0;
      taken.set(a, n + 1);
      return n < most;
    });
}

const bothWays = (pairs: readonly { a: number; b: number; score: number }[]) =>
  pairs.flatMap(({ a, b, score }) => [
    { fromId: a, toId: b, score },
    { fromId: b, toId: a, score },
  ]);
