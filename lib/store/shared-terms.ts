import type { Tx } from './client.ts';
import { Prisma } from './generated/client.ts';

/** Terms in more places than this tell nothing and would cost the most. */
const TOO_COMMON = 2_000;

/** A table that says which terms a place (a section, a claim) has, and how much each weighs there. */
interface TermTable {
  name: Prisma.Sql;
  place: Prisma.Sql;
  weight: Prisma.Sql;
}

export const SECTION_TERMS: TermTable = {
  name: Prisma.sql`SectionTerm`,
  place: Prisma.sql`sectionId`,
  weight: Prisma.sql`weight`,
};
export const CLAIM_TERMS: TermTable = {
  name: Prisma.sql`ClaimTerm`,
  place: Prisma.sql`claimId`,
  weight: Prisma.sql`1.0`,
};

/** The terms of each place, with their weights. */
export type Bags = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** A place `a` and another `b` that has terms of it: the sum of the products of their weights. */
export interface Pair {
  a: number;
  b: number;
  score: number;
}

// Lists travel as JSON, one row a term or a place: as a row each, thousands of them would cost several times as much.

/** The terms of some places. */
export async function readBags(
  tx: Tx,
  { name, place, weight }: TermTable,
  places: readonly number[],
): Promise<Bags> {
  const rows = await tx.$queryRaw<{ place: number; terms: string; weights: string }[]>`
    SELECT place, json_group_array(term) AS terms,
      -- To the last digit, which JSON of SQLite's own would round away.
      '[' || group_concat(printf('%!.17g', weight)) || ']' AS weights
    FROM (
      SELECT ${place} AS place, term, ${weight} AS weight FROM ${name}
      WHERE ${place} IN (SELECT value FROM json_each(${JSON.stringify(places)}))
      ORDER BY ${place}, term
    ) GROUP BY place`;
  return new Map(
    rows.map(({ place, terms, weights }) => {
      const weighed = JSON.parse(weights) as number[];
      const named = JSON.parse(terms) as string[];
      return [place, new Map(named.map((term, i) => [term, weighed[i] ?? 0]))];
    }),
  );
}

/** In how many places of the table each term stands. */
export async function frequencies(
  tx: Tx,
  { name }: TermTable,
  bags: Bags,
): Promise<Map<string, number>> {
  const terms = new Set([...bags.values()].flatMap((bag) => [...bag.keys()]));
  const [found] = await tx.$queryRaw<{ terms: string; counts: string }[]>`
    SELECT json_group_array(term) AS terms, json_group_array(n) AS counts FROM (
      SELECT term, COUNT(*) AS n FROM ${name}
      WHERE term IN (SELECT value FROM json_each(${JSON.stringify([...terms])})) GROUP BY term
    )`;
  const counts = JSON.parse(found?.counts ?? '[]') as number[];
  const named = JSON.parse(found?.terms ?? '[]') as string[];
  return new Map(named.map((term, i) => [term, counts[i] ?? 0]));
}

/**
 * The other places that have at least `least` terms of a place, the `most` strongest of each. Reads for
 * each term once where else it stands, and no term that is everywhere: what an episode costs has a bound,
 * however large the library.
 */
export async function sharing(
  tx: Tx,
  table: TermTable,
  bags: Bags,
  { least, most }: { least: number; most: number },
): Promise<Pair[]> {
  const { places, elsewhere } = await readElsewhere(tx, table, bags);
  const [scores, terms] = [new Float64Array(places.length), new Uint16Array(places.length)];
  return [...bags].flatMap(([a, bag]) => {
    const met: number[] = [];
    for (const [term, weight] of bag) {
      const { at = [], weights = [] } = elsewhere.get(term) ?? {};
      for (let i = 0; i < at.length; i++) {
        const place = at[i] ?? 0;
        if (terms[place] === 0) met.push(place);
        terms[place] = (terms[place] ?? 0) + 1;
        scores[place] = (scores[place] ?? 0) + weight * (weights[i] ?? 0);
      }
    }
    const found: Pair[] = [];
    for (const place of met) {
      if ((terms[place] ?? 0) >= least)
        found.push({ a, b: places[place] ?? 0, score: scores[place] ?? 0 });
      terms[place] = 0;
      scores[place] = 0;
    }
    return found.sort((x, y) => y.score - x.score || x.b - y.b).slice(0, most);
  });
}

/** Where else the telling terms of some places stand: numbers into `places`, with the weights there. */
async function readElsewhere(tx: Tx, table: TermTable, bags: Bags) {
  const telling = [...(await frequencies(tx, table, bags))]
    .filter(([, n]) => n > 1 && n <= TOO_COMMON)
    .map(([term]) => term);
  const rows = await tx.$queryRaw<{ term: string; places: string; weights: string }[]>`
    SELECT term, json_group_array(${table.place}) AS places, json_group_array(${table.weight}) AS weights
    FROM ${table.name} WHERE term IN (SELECT value FROM json_each(${JSON.stringify(telling)}))
    GROUP BY term`;
  const numbers = new Map<number, number>();
  const elsewhere = new Map<string, { at: number[]; weights: number[] }>();
  for (const { term, places, weights } of rows) {
    const weighed = JSON.parse(weights) as number[];
    const standing = { at: [] as number[], weights: [] as number[] };
    for (const [i, place] of (JSON.parse(places) as number[]).entries()) {
      if (bags.has(place)) continue;
      const number = numbers.get(place) ?? numbers.size;
      numbers.set(place, number);
      standing.at.push(number);
      standing.weights.push(weighed[i] ?? 0);
    }
    elsewhere.set(term, standing);
  }
  return { places: [...numbers.keys()], elsewhere };
}
