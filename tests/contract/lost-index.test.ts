import { existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { createSearcher } from '../../lib/search/searcher.ts';
import { rebuild } from '../../lib/search/sync.ts';
import { keepInStep } from '../../lib/search/worker.ts';
import { type StoredLibrary, storedLibrary } from './stored-library.ts';

const EPISODES = 12;
/** Milliseconds; the site is less hasty. */
const PACE = { every: 20, compared: 100, firstPause: 20, longestPause: 100 };

let library: StoredLibrary;
let engine: ReturnType<typeof createSqliteEngine>;
let stop: () => void = () => {};

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  library = await storedLibrary(EPISODES);
  engine = createSqliteEngine({ path: library.searchIndex });
  await rebuild(library.store.outbox, engine);
});
afterEach(async () => {
  stop();
  await engine.close();
  await library.close();
  vi.restoreAllMocks();
});

describe('an embedded index that is lost while the site runs', () => {
  it.each<[string, (file: string) => void]>([
    [
      'deleted',
      (file) => {
        for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      },
    ],
    ['deleted but for its log', (file) => rmSync(file)],
    ['overwritten', (file) => writeFileSync(file, 'this is no database'.repeat(5_000))],
    ['cut off', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['emptied', (file) => truncateSync(file, 0)],
  ])('%s: is built anew, and until then nothing is passed off as found', async (_, lose) => {
    const searcher = createSearcher(engine, engine, {
      stored: () => library.store.countEpisodes(),
    });
    const ask = () => searcher.search(parseQuery('everywhere'), { page: 1, perPage: 50 });
    expect(await ask()).toMatchObject({ answer: { total: EPISODES }, degraded: null });

    lose(library.searchIndex);
    const { answer, degraded } = await ask();
    if (answer.total < EPISODES) {
      expect(answer.total).toBe(0);
      expect(degraded).toContain('built anew');
    }

    stop = keepInStep({ store: library.store, engines: [engine], pace: PACE });
    await vi.waitFor(
      async () => {
        const after = await ask();
        // All or nothing, and never nothing without a word.
        if (after.answer.total === 0) expect(after.degraded).not.toBeNull();
        expect(after).toMatchObject({ answer: { total: EPISODES }, degraded: null });
      },
      { timeout: 30_000, interval: 20 },
    );
    expect(existsSync(library.searchIndex)).toBe(true);
    expect((await engine.contents()).size).toBe(EPISODES);
  });
});
