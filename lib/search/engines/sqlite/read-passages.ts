import type Database from 'libsql';
import type { Passage } from '../../passage.ts';

/** The episode that each passage is of, in the given order. */
export function withEpisodes(db: Database.Database, ids: readonly number[]) {
  const rows = db
    .prepare(
      `SELECT p.id, e.slug FROM passages p JOIN episodes e ON e.id = p.episode_id
       WHERE p.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as { id: number; slug: string }[];
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return ids.map((id) => ({ id, episode: slugs.get(id) ?? '' }));
}

const PASSAGE = `
  SELECT p.id AS rowid, p.public_id AS id, p.episode_id AS episodeId, e.slug AS episodeSlug, e.label AS episodeTitle,
    w.slug AS showSlug, w.label AS showTitle, p.date, c.slug AS sectionSlug, c.label AS sectionTitle,
    c.start_ms AS sectionStartMs, s.slug AS speakerSlug, s.label AS speakerName, s.spellings, p.turn, p.turn_id AS turnId,
    p.position AS offset, p.start_ms AS startMs, p.timing, p.text, p.asks, p.question, p.question_by AS questionBy, p.corrections
  FROM passages p JOIN episodes e ON e.id = p.episode_id JOIN shows w ON w.id = p.show_id
    LEFT JOIN sections c ON c.id = p.section_id LEFT JOIN speakers s ON s.id = p.speaker_id
  WHERE p.id IN (SELECT value FROM json_each(?))`;

interface PassageRow
  extends Omit<Passage, 'asks' | 'question' | 'corrections' | 'speakerSpellings'> {
  rowid: number;
  asks: number;
  question: string | null;
  questionBy: string | null;
  /** JSON, our own. */
  corrections: string | null;
  /** JSON, our own. */
  spellings: string | null;
}

/** Whole passages, in the order of their row numbers. */
export function readPassages(db: Database.Database, ids: readonly number[]): Passage[] {
  const rows = db.prepare(PASSAGE).all(JSON.stringify(ids)) as PassageRow[];
  const byId = new Map(
    rows.map(({ rowid, asks, question, questionBy, corrections, spellings, ...passage }) => [
      rowid,
      {
        ...passage,
        asks: asks === 1,
        question: question === null ? null : { speaker: questionBy, text: question },
        ...(spellings !== null && { speakerSpellings: JSON.parse(spellings) }),
        ...(corrections !== null && { corrections: JSON.parse(corrections) }),
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
