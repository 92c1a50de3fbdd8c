import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { sampleEpisode } from './sample-episode.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

describe('turns around a moment', () => {
  let folder: string;
  let store: Store;
  const record = sampleEpisode();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'earmark-turns-'));
    const url = `file:${path.join(folder, 'earmark.db')}`;
    await migrateDatabase(url, MIGRATIONS);
    store = openStore(url);
    await store.saveEpisode(record);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('come in order, each once, whatever the ranges', async () => {
    const turns = await store.turns([
      { episode: record.slug, first: 2, last: 90 },
      { episode: record.slug, first: -5, last: 2 },
      { episode: 'unknown', first: 0, last: 9 },
    ]);
    expect(turns.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
    expect(turns.map(({ text }) => text)).toEqual(record.turns.map(({ text }) => text));
    expect(turns.every(({ speaker, episode }) => speaker && episode === record.slug)).toBe(true);
    expect(await store.turns([])).toEqual([]);
  });

  it('come with all that it takes to show them', async () => {
    const exchange = await store.exchange(record.slug, -1, 1);
    expect(exchange).toMatchObject({ first: 0, episode: { slug: record.slug } });
    expect(exchange?.turns).toHaveLength(2);
    expect(exchange?.speakers).toHaveLength(2);
    expect(await store.exchange('unknown', 0, 1)).toBeNull();
  });
});
