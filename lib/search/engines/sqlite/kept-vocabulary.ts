import type Database from 'libsql';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** So few words are read again after every change of the index. */
const FEW = 10_000;
/** More are read again at most this often while it changes, in milliseconds… */
const KEPT_MS = 5_000;
/** …and at most a share of 1/20 of the time is spent on it, however large the library. */
const KEPT_TIMES_COST = 20;

/** Reads the words of the corpus, and keeps them while the index stays as it is. `now` is in milliseconds. */
export function vocabularyKeeper(
  now: () => number = Date.now,
): (db: Database.Database, version: string) => Vocabulary {
  let kept: { words: Vocabulary; version: string; until: number } | null = null;
  return (db, version) => {
    if (kept && (kept.version === version || now() < kept.until)) return kept.words;
    const start = now();
    const list = readWords(db);
    const words = buildVocabulary(list);
    const cost = now() - start;
    const pause = list.length < FEW ? 0 : Math.max(KEPT_MS, KEPT_TIMES_COST * cost);
    kept = { words, version, until: start + pause };
    return words;
  };
}

/** Two lists in JSON cost a fraction of as many row objects. */
function readWords(db: Database.Database) {
  const row = db
    .prepare(
      `SELECT json_group_array(term) AS forms, json_group_array(doc) AS passages
       FROM vocabulary WHERE col = 'norm'`,
    )
    .get() as { forms: string; passages: string };
  const forms = JSON.parse(row.forms) as string[];
  const passages = JSON.parse(row.passages) as number[];
  return forms.map((form, i) => ({ form, passages: passages[i] ?? 0 }));
}
