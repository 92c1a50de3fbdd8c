import type Database from 'libsql';
import type { Filters, NameFilter } from '../../query.ts';
import { ANSWERS_TAG, ASKS_TAG, tagFor } from './match-expression.ts';

/** Filters as the index understands them. */
export interface CompiledFilters {
  /** Of each list one tag must be there. */
  tags: string[][];
  /** Conditions on `p`, the passage, with their bound values. */
  conditions: string[];
  values: (string | number)[];
}

const TABLES = { show: 'shows', speaker: 'speakers', episode: 'episodes' } as const;

/** Looks the names up. Null where a filter fits nothing that is indexed, so that nothing can match. */
export function compileFilters(db: Database.Database, filters: Filters): CompiledFilters | null {
  const compiled: CompiledFilters = { tags: [], conditions: [], values: [] };
  for (const kind of ['show', 'speaker', 'episode'] as const) {
    if (filters[kind].length === 0) continue;
    const ids = idsOf(db, TABLES[kind], filters[kind]);
    if (ids.length === 0) return null;
    compiled.tags.push(ids.map((id) => tagFor(kind, id)));
  }
  for (const [kind, tag] of [
    ['asked', ASKS_TAG],
    ['answered', ANSWERS_TAG],
  ] as const) {
    if (filters[kind].length === 0) continue;
    const ids = idsOf(db, TABLES.speaker, filters[kind]);
    if (ids.length === 0) return null;
    compiled.tags.push(
      [tag],
      ids.map((id) => tagFor('speaker', id)),
    );
  }
  if (filters.section.length > 0) {
    const ids = idsOf(db, 'sections', filters.section);
    if (ids.length === 0) return null;
    compiled.conditions.push('p.section_id IN (SELECT value FROM json_each(?))');
    compiled.values.push(JSON.stringify(ids));
  }
  for (const [bound, sign] of [
    ['after', '>='],
    ['before', '<='],
  ] as const) {
    const day = filters[bound];
    if (day === null) continue;
    compiled.conditions.push(`p.date ${sign} ?`);
    compiled.values.push(day);
  }
  return compiled;
}

function idsOf(db: Database.Database, table: string, names: readonly NameFilter[]): number[] {
  const ids = new Set<number>();
  for (const name of names) {
    const [test, values] =
      'slug' in name
        ? ['slug = ?', [name.slug]]
        : [
            name.words.map(() => 'instr(words, ?) > 0').join(' AND '),
            name.words.map((word) => ` ${word} `),
          ];
    const rows = db.prepare(`SELECT id FROM ${table} WHERE ${test}`).all(...values) as {
      id: number;
    }[];
    for (const { id } of rows) ids.add(id);
  }
  return [...ids];
}
