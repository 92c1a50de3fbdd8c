import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'libsql';
import { migrationAdapter } from './migration-adapter.ts';
import {
  compareHistory,
  type History,
  type Migration,
  type RecordedMigration,
} from './migration-history.ts';
import { EVERYTHING, migrationList, startSchemaEngine } from './schema-engine.ts';

/** How long to wait for another process that is writing, in milliseconds. */
const BUSY_MS = 10_000;

/** The database cannot be brought up to date. The message is for its owner and says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * Brings the database at a "file:" URL up to date with the migrations in a folder, creating it if
 * need be, and switches it to write-ahead logging. Prisma's schema engine applies what is missing,
 * in one transaction: a process that is killed leaves the database as it was, and of two that run
 * at once the second finds nothing to do. A database that is current costs a few milliseconds.
 *
 * @returns the names of the migrations applied now.
 * @throws MigrationError where the file is no database or cannot be written, or where its history
 * does not fit the folder.
 */
export async function migrateDatabase(
  url: string,
  migrationsFolder: string,
): Promise<{ applied: string[] }> {
  const file = databaseFile(url);
  const migrations = await readMigrations(migrationsFolder);
  try {
    await makeFolder(path.dirname(file));
    return await migrateFile(file, migrationsFolder, migrations);
  } catch (error) {
    if (error instanceof MigrationError) throw error;
    throw explain(file, error);
  }
}

/**
 * The migrations of a folder, in the order in which they apply.
 * @throws MigrationError where the folder or a script in it cannot be read.
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return await Promise.all(
      names.sort().map(async (name) => {
        const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
        return { name, sql };
      }),
    );
  } catch (error) {
    throw new MigrationError(
      `The migrations cannot be read (${reason(error)}); restore ${folder} from the repository.`,
    );
  }
}

async function migrateFile(
  file: string,
  folder: string,
  migrations: Migration[],
): Promise<{ applied: string[] }> {
  const database = new Database(file, { timeout: BUSY_MS });
  try {
    checkHealth(file, database);
    database.exec('PRAGMA journal_mode = WAL');
    if (checkHistory(file, compareHistory(migrations, recorded(database)))) return { applied: [] };

    // SQLite's own procedure for altering tables: foreign keys off before the transaction, since
    // dropping a table that is being rebuilt would delete what refers to it; checked before the end.
    database.exec('PRAGMA foreign_keys = OFF');
    database.exec('BEGIN IMMEDIATE');
    const history = compareHistory(migrations, recorded(database));
    const applied = checkHistory(file, history)
      ? []
      : await apply(file, database, folder, migrations);
    database.exec('COMMIT');
    return { applied };
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
    database.close();
  }
}

async function apply(
  file: string,
  database: Database.Database,
  folder: string,
  migrations: Migration[],
): Promise<string[]> {
  const engine = await startSchemaEngine(migrationAdapter(database));
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(folder, migrations),
      filters: EVERYTHING,
    });
    if (database.prepare('PRAGMA foreign_key_check').all().length > 0) {
      throw new Error('rows would refer to rows that are not there');
    }
    return appliedMigrationNames;
  } catch (error) {
    if (isKeyed(error) && error.code === 'P3005') {
      throw new MigrationError(
        `${file} holds tables that are not Earmark's; name another file in DATABASE_URL, or move this one away.`,
      );
    }
    if (isKeyed(error) && typeof error.rawCode === 'number') throw error;
    throw new MigrationError(
      `Updating the database ${file} failed (${reason(error)}) and nothing in it was changed; start the version of Earmark that wrote it, or restore prisma/migrations from the repository.`,
    );
  } finally {
    engine.free();
  }
}

/** True where there is nothing to do. @throws MigrationError where nobody should go on by himself. */
function checkHistory(file: string, history: History): boolean {
  switch (history.state) {
    case 'current':
      return true;
    case 'behind':
      return false;
    case 'failed':
      throw new MigrationError(
        `The migration ${history.migration} stopped half-way in ${file}; restore a backup of that file, or move it away and ingest again.`,
      );
    case 'unknown':
      throw new MigrationError(
        `${file} was written by a newer Earmark (its migration ${history.migration} is not known here); update this checkout, or set DATA_DIR to another folder.`,
      );
    case 'edited':
      throw new MigrationError(
        `The migration ${history.migration} was changed after ${file} had applied it; restore prisma/migrations from the repository, or move the database away and ingest again.`,
      );
  }
}

/** A damaged file is found here, in the words of SQLite's own check, and not by a later page view. */
function checkHealth(file: string, database: Database.Database): void {
  const [finding] = database.prepare('PRAGMA quick_check(1)').raw().get() as [string];
  if (finding !== 'ok') throw damaged(file, finding);
}

function recorded(database: Database.Database): RecordedMigration[] {
  const table = database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'")
    .get();
  if (table === undefined) return [];
  const rows = database
    .prepare('SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations')
    .raw()
    .all() as [string, string, string | null, string | null][];
  return rows.map(([name, checksum, finishedAt, rolledBackAt]) => ({
    name,
    checksum,
    finished: finishedAt !== null,
    rolledBack: rolledBackAt !== null,
  }));
}

/** `mkdir` with `recursive` never returns below /proc (Node 20), so each step is taken once. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = isKeyed(error) ? error.code : undefined;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    await makeFolder(path.dirname(folder));
    await mkdir(folder);
  }
}

/** The path in a "file:" URL, read as the database driver reads it. */
function databaseFile(url: string): string {
  const match = /^file:(?:\/\/(?:localhost)?(?=\/))?([^?#]+)$/.exec(url);
  try {
    if (match?.[1]) return decodeURIComponent(match[1]);
  } catch {
    // A stray "%": the same sentence as for any other unreadable URL.
  }
  throw new MigrationError(
    `DATABASE_URL is ${JSON.stringify(url)}, which is not the URL of a file; write it as "file:/path/to/earmark.db".`,
  );
}

function damaged(file: string, finding: string): MigrationError {
  return new MigrationError(
    `The database ${file} is damaged or is no database (${firstLine(finding)}); restore a backup of it, or move it away and ingest again.`,
  );
}

/** Turns what the driver or the file system says into a sentence that names the file and the cure. */
function explain(file: string, error: unknown): MigrationError {
  const code = isKeyed(error) ? String(error.code) : '';
  const what = reason(error);
  if (/^SQLITE_(NOTADB|CORRUPT)|not a database|malformed/.test(`${code} ${what}`)) {
    return damaged(file, what);
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new MigrationError(
      `The database ${file} has been in use by another program for ${BUSY_MS / 1000} s; stop that one and try again.`,
    );
  }
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) {
    return new MigrationError(`The disk that holds ${file} is full; make room and try again.`);
  }
  return new MigrationError(
    `The database ${file} cannot be opened for writing (${what}); check that the file and its folder belong to the user who runs Earmark, or set DATA_DIR to another folder.`,
  );
}

function isKeyed(error: unknown): error is { code?: unknown; rawCode?: unknown } {
  return typeof error === 'object' && error !== null && ('code' in error || 'rawCode' in error);
}

function reason(error: unknown): string {
  const message = firstLine(error instanceof Error ? error.message : String(error));
  return message.startsWith('ConnectionFailed') ? 'SQLite cannot open it' : message;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
