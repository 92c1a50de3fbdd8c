import type Database from 'libsql';
import { normalise } from '../../normalise.ts';
import { type EpisodePassages, type Passage, speakerNames } from '../../passage.ts';
import { searchedWords } from '../../searched-words.ts';
import { ANSWERS_TAG, ANY_TAG, ASKS_TAG, tagFor } from './match-expression.ts';

/** Forgets an episode's passages and sections; its names may still be needed by others. */
export function deleteEpisode(db: Database.Database, episodeId: number): void {
  db.prepare('DELETE FROM fts WHERE rowid IN (SELECT id FROM passages WHERE episode_id = ?)').run(
    episodeId,
  );
  for (const table of ['passages', 'sections', 'indexed']) {
    db.prepare(`DELETE FROM ${table} WHERE episode_id = ?`).run(episodeId);
  }
  db.prepare('DELETE FROM episodes WHERE id = ?').run(episodeId);
}

/** Empties every table, within the caller's transaction. */
export function deleteAll(db: Database.Database): void {
  for (const table of ['fts', 'passages', 'sections', 'episodes', 'speakers', 'shows', 'indexed']) {
    db.exec(`DELETE FROM ${table}`);
  }
}

/** Adds episodes that are not there yet; one writer prepares its statements once for many. */
export function episodeWriter(db: Database.Database): (episode: EpisodePassages) => void {
  const upsertShow = db.prepare(
    `INSERT INTO shows (slug, label, words) VALUES (?, ?, ?)
     ON CONFLICT (slug) DO UPDATE SET label = excluded.label, words = excluded.words RETURNING id`,
  );
  const showId = (slug: string, label: string) =>
    (upsertShow.get(slug, label, wordsOf(label)) as { id: number }).id;
  const upsertSpeaker = db.prepare(
    `INSERT INTO speakers (slug, label, words, spellings) VALUES (?, ?, ?, ?)
     ON CONFLICT (slug) DO UPDATE SET label = excluded.label, words = excluded.words,
       spellings = excluded.spellings RETURNING id`,
  );
  const speakerId = (slug: string, passage: Passage) => {
    const { speakerName, speakerSpellings } = passage;
    const spellings = speakerSpellings ? JSON.stringify(speakerSpellings) : null;
    const words = wordsOf(speakerNames(passage));
    return (upsertSpeaker.get(slug, speakerName ?? slug, words, spellings) as { id: number }).id;
  };
  const addEpisode = db.prepare(
    'INSERT OR REPLACE INTO episodes (id, slug, label, words) VALUES (?, ?, ?, ?)',
  );
  const addSection = db.prepare(
    'INSERT INTO sections (episode_id, slug, label, words, start_ms) VALUES (?, ?, ?, ?, ?) RETURNING id',
  );
  const addPassage = db.prepare(
    `INSERT INTO passages (episode_id, speaker_id, show_id, section_id, date, turn, turn_id, position, start_ms, timing, public_id, text, asks, question, question_by, corrections)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  );
  const addWords = db.prepare('INSERT INTO fts (rowid, norm, tags) VALUES (?, ?, ?)');
  const addHash = db.prepare('INSERT INTO indexed (episode_id, content_hash) VALUES (?, ?)');

  return ({ episodeId, contentHash, passages }) => {
    const [first] = passages;
    if (first)
      addEpisode.run(episodeId, first.episodeSlug, first.episodeTitle, wordsOf(first.episodeTitle));
    const ids = new Map<string, number>();
    const once = (key: string, make: () => number) => {
      const id = ids.get(key) ?? make();
      ids.set(key, id);
      return id;
    };
    const sectionOf = ({ sectionSlug: slug, sectionTitle: title, sectionStartMs }: Passage) =>
      slug === null || title === null
        ? null
        : once(`section ${slug}`, () => {
            const row = addSection.get(episodeId, slug, title, wordsOf(title), sectionStartMs ?? 0);
            return (row as { id: number }).id;
          });
    for (const passage of passages) {
      const { speakerSlug } = passage;
      const show = once(`show ${passage.showSlug}`, () =>
        showId(passage.showSlug, passage.showTitle),
      );
      const speaker =
        speakerSlug === null
          ? null
          : once(`speaker ${speakerSlug}`, () => speakerId(speakerSlug, passage));
      const row = addPassage.get(
        episodeId,
        speaker,
        show,
        sectionOf(passage),
        passage.date,
        passage.turn,
        passage.turnId,
        passage.offset,
        passage.startMs,
        passage.timing,
        passage.id,
        passage.text,
        passage.asks ? 1 : 0,
        passage.question?.text ?? null,
        passage.question?.speaker ?? null,
        passage.corrections ? JSON.stringify(passage.corrections) : null,
      );
      const tags = [ANY_TAG, tagFor('show', show), tagFor('episode', episodeId)];
      if (speaker !== null) tags.push(tagFor('speaker', speaker));
      if (passage.asks) tags.push(ASKS_TAG);
      if (passage.question) tags.push(ANSWERS_TAG);
      addWords.run((row as { id: number }).id, searchedWords(passage), tags.join(' '));
    }
    addHash.run(episodeId, contentHash);
  };
}

/** With a space at both ends, so that " word " finds whole words only. */
const wordsOf = (label: string) => ` ${normalise(label)} `;
