import type Database from 'libsql';
import { matchText } from '../../match.ts';
import { closeness } from '../../proximity.ts';
import type { Query } from '../../query.ts';
import type { Candidate } from './candidates.ts';

/** So many of the best by bm25 are ordered anew by how close together their words stand. */
export const RERANKED = 40;

/** Words close together and without typos first, then bm25. Only the first RERANKED change places. */
export function rerank(
  db: Database.Database,
  best: Candidate[],
  query: Query,
  withTypos: boolean,
): Candidate[] {
  if (query.must.length < 2 && !withTypos) return best;
  const head = best.slice(0, RERANKED);
  const texts = textsOf(db, head);
  const keys = new Map(
    head.map(({ id, score }) => {
      const text = texts.get(id) ?? '';
      const typos = withTypos ? (matchText(text, query)?.typos ?? 0) : 0;
      return [id, { typos, score: score * (1 + closeness(text, query, { typos: withTypos })) }];
    }),
  );
  const order = (a: Candidate, b: Candidate) => {
    const [x, y] = [keys.get(a.id), keys.get(b.id)];
    return (x?.typos ?? 0) - (y?.typos ?? 0) || (x?.score ?? 0) - (y?.score ?? 0) || a.id - b.id;
  };
  return [...head.sort(order), ...best.slice(RERANKED)];
}

function textsOf(db: Database.Database, candidates: readonly Candidate[]): Map<number, string> {
  const rows = db
    .prepare('SELECT id, text FROM passages WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(candidates.map(({ id }) => id))) as { id: number; text: string }[];
  return new Map(rows.map(({ id, text }) => [id, text]));
}
