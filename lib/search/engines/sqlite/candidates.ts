import type Database from 'libsql';
import type { CompiledFilters } from './filters.ts';

/** Of very common words only the newest so many passages are ranked and counted by facet. */
export const MOST_RANKED = 5_000;

export interface Candidate {
  id: number;
  score: number;
}

/** What matches: the best in order, and the row numbers of all, up to MOST_RANKED. */
export interface Found {
  best: Candidate[];
  ids: number[];
}

/** An expression that matches, and the one whose words are weighed; null where weighing says nothing. */
export interface Wanted {
  matched: string;
  weighed: string | null;
}

/**
 * The first `limit` by bm25, or by date, of the passages that match and were added last. bm25 counts
 * every word of its expression through the whole library: filters, and beginnings of words that half the
 * library has, are left out of what is weighed.
 */
export function candidates(
  db: Database.Database,
  wanted: Wanted,
  filters: CompiledFilters,
  limit: number,
  sort: 'relevance' | 'date',
): Found {
  if (sort === 'date') return newest(db, wanted, filters, limit);
  const { conditions, values } = filters;
  if (wanted.matched === wanted.weighed && conditions.length === 0) {
    const found = `SELECT rowid AS id, bm25(fts, 1.0, 0.0) AS score FROM fts WHERE fts MATCH ?
      ORDER BY rowid DESC LIMIT ${MOST_RANKED}`;
    return read(db, `SELECT id, score FROM (${found}) ORDER BY score, id`, [wanted.matched], limit);
  }
  const join = conditions.length > 0 ? 'JOIN passages p ON p.id = fts.rowid' : '';
  const where = ['fts MATCH ?', ...conditions].join(' AND ');
  const { ids, best } = read(
    db,
    `SELECT fts.rowid AS id, 0 AS score FROM fts ${join} WHERE ${where} ORDER BY fts.rowid DESC LIMIT ${MOST_RANKED}`,
    [wanted.matched, ...values],
    limit,
  );
  return { ids, best: wanted.weighed === null ? best : weigh(db, wanted.weighed, ids, limit) };
}

/** Runs a statement for ids and scores. As two lists in JSON thousands of rows cost a fraction of as many objects. */
function read(
  db: Database.Database,
  statement: string,
  values: readonly (string | number)[],
  limit: number,
): Found {
  const lists = db
    .prepare(
      `SELECT json_group_array(id) AS ids, json_group_array(score) AS scores FROM (${statement})`,
    )
    .get(...values) as { ids: string; scores: string };
  const ids = JSON.parse(lists.ids) as number[];
  const scores = JSON.parse(lists.scores) as number[];
  return { ids, best: ids.slice(0, limit).map((id, i) => ({ id, score: scores[i] ?? 0 })) };
}

function weigh(db: Database.Database, weighed: string, ids: readonly number[], limit: number) {
  const [last, first] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  return db
    .prepare(
      // The plus keeps FTS5 from starting anew for every number of the list.
      `SELECT rowid AS id, bm25(fts, 1.0, 0.0) AS score FROM fts
       WHERE fts MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))
       ORDER BY score, id LIMIT ?`,
    )
    .all(weighed, first, last, JSON.stringify(ids), limit) as Candidate[];
}

/** From the newest episodes on, each in the order of its talk; what is undated comes last. */
function newest(
  db: Database.Database,
  { matched }: Wanted,
  { conditions, values }: CompiledFilters,
  limit: number,
): Found {
  const where = ['fts MATCH ?', ...conditions].join(' AND ');
  const statement = `SELECT p.id AS id, row_number() OVER (ORDER BY p.date DESC NULLS LAST, p.episode_id, p.id) AS score
    FROM fts JOIN passages p ON p.id = fts.rowid WHERE ${where} ORDER BY score LIMIT ${MOST_RANKED}`;
  return read(db, statement, [matched, ...values], limit);
}
