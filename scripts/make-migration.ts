import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'libsql';
import { readMigrations } from '../lib/store/migrate.ts';
import { migrationAdapter } from '../lib/store/migration-adapter.ts';
import {
  EVERYTHING,
  LOCK_FILE,
  migrationList,
  startSchemaEngine,
} from '../lib/store/schema-engine.ts';
import { run, say, UsageError } from './console.ts';

/**
 * Writes the migration that leads from prisma/migrations to prisma/schema.prisma, as
 * `prisma migrate dev --create-only` does, without the engine that Prisma would download for it.
 */
await run(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z0-9_]+$/.test(name) || process.argv.length > 3) {
    throw new UsageError(
      'Usage: npm run make-migration -- NAME, with lower-case letters, digits and "_".',
    );
  }
  const root = path.join(import.meta.dirname, '..');
  const folder = path.join(root, 'prisma/migrations');
  await mkdir(folder, { recursive: true });
  const migrations = await readMigrations(folder);
  const schema = await readFile(path.join(root, 'prisma/schema.prisma'), 'utf8');

  const scratch = new Database(':memory:');
  const engine = await startSchemaEngine(migrationAdapter(scratch));
  try {
    const { stdout: sql } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(folder, migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: EVERYTHING,
    });
    if (!sql || sql.trim() === '-- This is an empty migration.') {
      return say('The migrations already lead to prisma/schema.prisma; nothing was written.');
    }
    const target = path.join(folder, `${timestamp(new Date())}_${name}`);
    await mkdir(target);
    await writeFile(path.join(target, 'migration.sql'), sql);
    await writeFile(path.join(folder, LOCK_FILE.name), LOCK_FILE.content);
    say(`Wrote ${path.relative(root, target)}/migration.sql; read it before you commit it.`);
    if (sql.includes('DROP TABLE')) {
      say('It drops a table, and with foreign keys on its rows take their children with them:');
      say('where columns are only added, write ALTER TABLE … ADD COLUMN instead.');
    }
  } finally {
    engine.free();
    scratch.close();
  }
});

/** UTC, in the 14 digits that Prisma's own tools use: 20261123154500. */
function timestamp(date: Date): string {
  return date.toISOString().replace(/\D/g, '').slice(0, 14);
}
