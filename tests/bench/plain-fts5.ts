import Database from 'libsql';
import { forms, normalise } from '../../lib/search/normalise.ts';
import type { SearchSystem } from './search-systems.ts';

/**
 * SQLite's FTS5 as its manual has it: its own tokenizer, all words or any, ordered by bm25; nothing
 * else. It is given normalised words, so that it does not stumble over apostrophes.
 */
export function plainFts5System(combineWith: 'AND' | 'OR'): SearchSystem {
  const db = new Database(':memory:');
  db.exec('CREATE VIRTUAL TABLE passages USING fts5 (id UNINDEXED, text)');
  return {
    name: `plain FTS5 (${combineWith}, bm25)`,
    async build(episodes) {
      const add = db.prepare('INSERT INTO passages (id, text) VALUES (?, ?)');
      db.exec('BEGIN');
      for await (const { passages } of episodes)
        for (const { id, text } of passages) add.run(id, normalise(text));
      db.exec('COMMIT');
    },
    async find({ text, page = 1 }, perPage) {
      const expression = forms(text)
        .map((word) => `"${word}"`)
        .join(` ${combineWith} `);
      const rows = db
        .prepare(
          'SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank, rowid LIMIT ? OFFSET ?',
        )
        .all(expression, perPage, (page - 1) * perPage) as { id: string }[];
      return rows.map(({ id }) => id);
    },
    size: async () => null,
    close: async () => {
      db.close();
    },
  };
}
