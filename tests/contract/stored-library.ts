import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { sampleEpisode } from './sample-episode.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

/** A database in a data folder of its own, with episodes that all say “everywhere” once. */
export interface StoredLibrary {
  store: Store;
  /** `DATA_DIR`. */
  folder: string;
  searchIndex: string;
  save(name: string, line?: string): Promise<void>;
  /** Deletes an episode as somebody with a SQLite shell would. */
  remove(name: string): void;
  close(): Promise<void>;
}

export async function storedLibrary(episodes: number): Promise<StoredLibrary> {
  const folder = mkdtempSync(path.join(tmpdir(), 'earmark-library-'));
  const file = path.join(folder, 'earmark.db');
  await migrateDatabase(`file:${file}`, MIGRATIONS);
  const store = openStore(`file:${file}`);
  const save = async (name: string, line = `It is ${name}, as everywhere.`) => {
    await store.saveEpisode(
      sampleEpisode(['What is it?', line], { slug: name, title: name, source: `${name}.txt` }),
    );
  };
  for (let n = 0; n < episodes; n++) await save(`talk-${n}`);
  return {
    store,
    folder,
    searchIndex: path.join(folder, 'search.db'),
    save,
    remove(name) {
      const db = new Database(file);
      db.exec('PRAGMA foreign_keys = ON');
      db.prepare('DELETE FROM Episode WHERE slug = ?').run(name);
      db.close();
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
