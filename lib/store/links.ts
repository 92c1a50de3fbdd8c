import { likeness } from '../understanding/relate.ts';
import type { Tx } from './client.ts';
import {
  type Bags,
  CLAIM_TERMS,
  frequencies,
  type Pair,
  readBags,
  SECTION_TERMS,
  sharing,
} from './shared-terms.ts';

/** Sections this alike (cosine of TF-IDF) are about the same. */
const RELATED = 0.16;
const RELATED_MOST = 4;
/** Claims this alike say nearly the same. */
const SAID_BEFORE = 0.55;
/** Fewer shared terms are chance. */
const SECTIONS_SHARE = 3;
const CLAIMS_SHARE = 4;

/** Links each section of the episode with the most alike ones of other episodes, both ways. */
export async function linkSections(tx: Tx, episodeId: number): Promise<void> {
  const sections = await tx.section.findMany({ where: { episodeId }, select: { id: true } });
  const own = await readBags(tx, SECTION_TERMS, idsOf(sections));
  const near = await sharing(tx, SECTION_TERMS, own, {
    least: SECTIONS_SHARE,
    most: 5 * RELATED_MOST,
  });
  if (near.length === 0) return;
  const theirs = await readBags(tx, SECTION_TERMS, partnersIn(near));
  const idf = inverse(
    await tx.section.count(),
    await frequencies(tx, SECTION_TERMS, new Map([...own, ...theirs])),
  );
  const scored = likenesses(strongest(near), own, theirs, idf).filter(
    ({ score }) => score >= RELATED,
  );
  const links = bothWays(strongest(scored, RELATED_MOST));
  await tx.relatedSection.createMany({ data: links });
}

/** Links each claim of the episode with those of other episodes that say nearly the same. */
export async function linkClaims(tx: Tx, episodeId: number): Promise<void> {
  const claims = await tx.claim.findMany({ where: { episodeId }, select: { id: true } });
  const own = await readBags(tx, CLAIM_TERMS, idsOf(claims));
  const near = await sharing(tx, CLAIM_TERMS, own, { least: CLAIMS_SHARE, most: Infinity });
  if (near.length === 0) return;
  near.sort((x, y) => x.a - y.a || x.b - y.b);
  const theirs = await readBags(tx, CLAIM_TERMS, partnersIn(near));
  const idf = inverse(
    await tx.claim.count(),
    await frequencies(tx, CLAIM_TERMS, new Map([...own, ...theirs])),
  );
  const scored = likenesses(near, own, theirs, idf).filter(({ score }) => score >= SAID_BEFORE);
  await tx.echo.createMany({ data: bothWays(scored) });
}

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

const partnersIn = (pairs: readonly Pair[]) => [...new Set(pairs.map(({ b }) => b))];

const likenesses = (
  pairs: readonly Pair[],
  own: Bags,
  theirs: Bags,
  idf: ReadonlyMap<string, number>,
): Pair[] => pairs.map(({ a, b }) => ({ a, b, score: likeness(own.get(a), theirs.get(b), idf) }));

function inverse(places: number, frequency: ReadonlyMap<string, number>) {
  return new Map([...frequency].map(([term, n]) => [term, Math.log(1 + places / n)]));
}

/** The best `most` partners of each `a`. */
function strongest(pairs: readonly Pair[], most = Infinity): Pair[] {
  const taken = new Map<number, number>();
  return [...pairs]
    .sort((x, y) => y.score - x.score || x.b - y.b)
    .filter(({ a }) => {
      const n = taken.get(a) ?? 0;
      taken.set(a, n + 1);
      return n < most;
    });
}

const bothWays = (pairs: readonly Pair[]) =>
  pairs.flatMap(({ a, b, score }) => [
    { fromId: a, toId: b, score },
    { fromId: b, toId: a, score },
  ]);
