import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { EngineUnavailable } from '../../engine.ts';

/** Raised whenever the tables change: an index of another layout is thrown away and built anew. */
const LAYOUT = 5;
/** A reader waits this long where another process is just creating the tables. */
const READ_WAIT_MS = 2_000;
/** A writer asks again this often, and this long, while another process writes. */
const WRITE_RETRY_MS = 25;
const WRITE_PATIENCE_MS = 60_000;

/**
 * `fts` holds no text of its own (contentless): `norm` are a passage's normalised words, `tags` the
 * numbers of its speaker, episode and show, so that filters are part of the full-text match. Tokens are
 * split by us, so SQLite's plainest tokenizer does: ASCII separators, everything else belongs to a token.
 */
const TABLES = `
  CREATE TABLE indexed (episode_id INTEGER PRIMARY KEY, content_hash TEXT NOT NULL) STRICT;
  CREATE TABLE shows (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, label TEXT NOT NULL, words TEXT NOT NULL) STRICT;
  CREATE TABLE speakers (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, label TEXT NOT NULL, words TEXT NOT NULL,
    spellings TEXT) STRICT;
  CREATE TABLE episodes (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, label TEXT NOT NULL, words TEXT NOT NULL) STRICT;
  CREATE TABLE sections (id INTEGER PRIMARY KEY, episode_id INTEGER NOT NULL, slug TEXT NOT NULL, label TEXT NOT NULL,
    words TEXT NOT NULL, start_ms INTEGER NOT NULL, UNIQUE (episode_id, slug)) STRICT;
  CREATE TABLE passages (id INTEGER PRIMARY KEY, episode_id INTEGER NOT NULL, speaker_id INTEGER, show_id INTEGER NOT NULL,
    section_id INTEGER, date TEXT, turn INTEGER NOT NULL, turn_id TEXT NOT NULL, position INTEGER NOT NULL,
    start_ms INTEGER NOT NULL, timing TEXT NOT NULL, public_id TEXT NOT NULL, text TEXT NOT NULL,
    asks INTEGER NOT NULL, question TEXT, question_by TEXT, corrections TEXT) STRICT;
  CREATE INDEX passages_of_episode ON passages (episode_id);
  CREATE INDEX passages_for_facets ON passages (id, episode_id, speaker_id, show_id, date);
  CREATE VIRTUAL TABLE fts USING fts5 (norm, tags, content='', contentless_delete=1, tokenize='ascii');
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (fts, 'col');
`;

/** The file of the embedded index: derived from the store, so whenever it is damaged it is made anew. */
export interface IndexFile {
  /** Runs queries on one snapshot-free reading connection. @throws EngineUnavailable. */
  read<T>(ask: (db: Database.Database) => T): T;
  /** Runs a transaction that lands whole or not at all, one at a time. @throws EngineUnavailable. */
  write<T>(change: (db: Database.Database) => T | Promise<T>): Promise<T>;
  /** Changes with every change of the index, by whatever process. */
  version(): string;
  close(): void;
}

export function openIndexFile(file: string): IndexFile {
  let reader: Database.Database | null = null;
  let inode = 0;
  let generation = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const open = (): Database.Database => {
    if (reader && inode === inodeOf(file)) return reader;
    reader?.close();
    reader = openSound(file);
    inode = inodeOf(file);
    generation++;
    return reader;
  };
  const guarded = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw explain(error);
    }
  };
  const explain = (error: unknown): unknown => {
    if (isDamage(error)) {
      reader?.close();
      reader = null;
      removeFile(file);
      return new EngineUnavailable('The search index was damaged and is being built anew.', {
        cause: error,
      });
    }
    return isTrouble(error)
      ? new EngineUnavailable(`The search index cannot be used (${(error as Error).message}).`, {
          cause: error,
        })
      : error;
  };
  const write = async <T>(change: (db: Database.Database) => T | Promise<T>): Promise<T> => {
    open();
    const writer = new Database(file);
    try {
      writer.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
      await begin(writer);
      try {
        const result = await change(writer);
        writer.exec('COMMIT');
        return result;
      } catch (error) {
        writer.exec('ROLLBACK');
        throw error;
      }
    } catch (error) {
      throw explain(error);
    } finally {
      writer.close();
    }
  };
  return {
    read: (ask) => guarded(() => ask(open())),
    write(change) {
      const turn = queue.then(() => write(change));
      queue = turn.catch(() => {});
      return turn;
    },
    version: () =>
      guarded(() => {
        const row = open().prepare('PRAGMA data_version').get() as { data_version: number };
        return `${generation}.${row.data_version}`;
      }),
    close() {
      reader?.close();
      reader = null;
    },
  };
}

/** Opens the file with its tables; one that is damaged or of another layout is replaced by an empty one. */
function openSound(file: string): Database.Database {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const db = openFile(file);
    if (db) return db;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  removeFile(file);
  const db = openFile(file);
  if (!db) throw new EngineUnavailable('The search index cannot be created.');
  return db;
}

/** Null where the tables are of another layout. */
function openFile(file: string): Database.Database | null {
  const db = new Database(file, { timeout: READ_WAIT_MS });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const layout = () =>
      (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
    if (layout() === 0) {
      db.exec('BEGIN IMMEDIATE');
      // Another process may have been faster.
      if (layout() === 0) db.exec(`${TABLES} PRAGMA user_version = ${LAYOUT};`);
      db.exec('COMMIT');
    }
    if (layout() === LAYOUT) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return null;
}

/** Waiting without blocking: this thread also serves pages. */
async function begin(db: Database.Database): Promise<void> {
  for (const start = Date.now(); ; await sleep(WRITE_RETRY_MS)) {
    try {
      db.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_BUSY' || Date.now() - start > WRITE_PATIENCE_MS) throw error;
    }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const isDamage = (error: unknown) => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
const isTrouble = (error: unknown) =>
  /^SQLITE_(BUSY|LOCKED|IOERR|FULL|READONLY|CANTOPEN|PERM)|^E[A-Z]+$/.test(codeOf(error));

const inodeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.ino ?? 0;

function removeFile(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}
