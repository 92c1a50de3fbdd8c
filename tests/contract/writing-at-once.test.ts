import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { openStore } from '../../lib/store/store.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');
const EPISODES = 15;

/** Another process that saves episodes and moves its engine's cursor; resolves to its exit code. */
function writer(url: string, name: string): Promise<number | null> {
  const child = fork(path.join(import.meta.dirname, 'writer.ts'), [url, name, `${EPISODES}`], {
    execArgv: ['--import', 'tsx'],
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

it('two processes write to one database at once, and each waits for the other', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-writers-'));
  const url = `file:${path.join(folder, 'earmark.db')}`;
  try {
    await migrateDatabase(url, MIGRATIONS);
    expect(await Promise.all([writer(url, 'one'), writer(url, 'two')])).toEqual([0, 0]);
    const store = openStore(url);
    expect(await store.countEpisodes()).toBe(2 * EPISODES);
    await store.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
