import { createHash } from 'node:crypto';

/** One folder of prisma/migrations. */
export interface Migration {
  name: string;
  sql: string;
}

/** One row of Prisma's own table `_prisma_migrations`. */
export interface RecordedMigration {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
}

export type History =
  | { state: 'current' }
  | { state: 'behind'; missing: string[] }
  | { state: 'failed' | 'edited' | 'unknown'; migration: string };

/** The checksum Prisma writes beside an applied migration: SHA-256 of the script, in hex. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/**
 * Compares what a database says was applied with the migrations of this version of Earmark.
 * The gravest finding wins: a half-applied migration, then one that this version does not have
 * (a newer Earmark made the database), then one whose script has changed since, then missing ones.
 */
export function compareHistory(
  migrations: readonly Migration[],
  recorded: readonly RecordedMigration[],
): History {
  const standing = recorded.filter((row) => !row.rolledBack);
  const failed = standing.find((row) => !row.finished);
  if (failed) return { state: 'failed', migration: failed.name };

  const scripts = new Map(migrations.map(({ name, sql }) => [name, sql]));
  const unknown = standing.find((row) => !scripts.has(row.name));
  if (unknown) return { state: 'unknown', migration: unknown.name };

  // A checkout with CRLF line ends is the same migration, as it is for Prisma's own tools.
  const edited = standing.find((row) => {
    const sql = scripts.get(row.name) ?? '';
    return row.checksum !== checksumOf(sql) && row.checksum !== checksumOf(toLineFeeds(sql));
  });
  if (edited) return { state: 'edited', migration: edited.name };

  const applied = new Set(standing.map((row) => row.name));
  const missing = migrations.map(({ name }) => name).filter((name) => !applied.has(name));
  return missing.length === 0 ? { state: 'current' } : { state: 'behind', missing };
}

function toLineFeeds(sql: string): string {
  return sql.replaceAll('\r\n', '\n');
}
