import type Database from 'libsql';
import type { Facets } from '../../engine.ts';

const FACET_VALUES = 20;

/**
 * Who, which shows, episodes and years the passages of these row numbers are of, and how many each.
 * They are counted in an index that holds nothing else, so that thousands of texts stay unread. An episode
 * is of one show and one day.
 */
export function countFacets(db: Database.Database, ids: readonly number[]): Facets {
  const groups = db
    .prepare(
      `SELECT p.show_id AS show, p.speaker_id AS speaker, p.episode_id AS episode, substr(p.date, 1, 4) AS year, count(*) AS count
       FROM passages p INDEXED BY passages_for_facets WHERE p.id IN (SELECT value FROM json_each(?))
       GROUP BY p.episode_id, p.speaker_id`,
    )
    .all(JSON.stringify(ids)) as (Record<'show' | 'speaker' | 'episode' | 'count', number> & {
    year: string | null;
  })[];
  const years = new Map<string, number>();
  for (const { year, count } of groups) {
    if (year !== null) years.set(year, (years.get(year) ?? 0) + count);
  }
  const facet = (kind: 'show' | 'speaker' | 'episode', table: string) => {
    const counts = new Map<number, number>();
    for (const group of groups) {
      if (group[kind] !== null)
        counts.set(group[kind], (counts.get(group[kind]) ?? 0) + group.count);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, FACET_VALUES);
    const labels = db
      .prepare(`SELECT id, slug, label FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(most.map(([id]) => id))) as { id: number; slug: string; label: string }[];
    const byId = new Map(labels.map((row) => [row.id, row]));
    return most.flatMap(([id, count]) => {
      const row = byId.get(id);
      return row ? [{ value: row.slug, label: row.label, count }] : [];
    });
  };
  return {
    shows: facet('show', 'shows'),
    speakers: facet('speaker', 'speakers'),
    episodes: facet('episode', 'episodes'),
    years: [...years]
      .map(([value, count]) => ({ value, label: value, count }))
      .sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}
