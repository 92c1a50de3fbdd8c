import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepReads } from '../../lib/store/kept-reads.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { sampleEpisode } from './sample-episode.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

let folder: string;
let url: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-kept-'));
  url = `file:${path.join(folder, 'earmark.db')}`;
  await migrateDatabase(url, MIGRATIONS);
  store = openStore(url);
  await store.saveEpisode(sampleEpisode());
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

it('an episode that nobody wrote to is read once', async () => {
  const first = await store.episode('tidal-kites');
  expect(first).not.toBeNull();
  expect(await store.episode('tidal-kites')).toBe(first);
});

it('what this process writes is read at once', async () => {
  const before = await store.episode('tidal-kites');
  await store.saveEpisode({ ...sampleEpisode(), sourceHash: 'another', title: 'Another title' });
  const after = await store.episode('tidal-kites');
  expect(after).not.toBe(before);
  expect(after?.title).toBe('Another title');
});

it('what another process writes is read at once', async () => {
  const paging = { page: 1, perPage: 20 };
  const before = await store.episodes(paging);
  expect(await store.episodes(paging)).toBe(before);
  execFileSync(process.execPath, [
    '--import',
    'tsx',
    path.join(import.meta.dirname, 'writer.ts'),
    url,
    'other',
    '1',
  ]);
  expect((await store.episodes(paging)).total).toBe(before.total + 1);
});

it('nothing found is not kept, and only so much is', async () => {
  const reads: number[] = [];
  const { keep, close } = keepReads(url);
  const read = keep('read', async (n: number) => {
    reads.push(n);
    return n < 0 ? null : { n };
  });
  await read(-1);
  await read(-1);
  expect(reads).toEqual([-1, -1]);
  const first = await read(0);
  for (let n = 1; n < 32; n++) await read(n);
  expect(await read(0)).toBe(first);
  await read(32);
  await read(1);
  expect(reads.filter((n) => n === 1)).toHaveLength(2);
  expect(reads.filter((n) => n === 0)).toHaveLength(1);
  close();
});
