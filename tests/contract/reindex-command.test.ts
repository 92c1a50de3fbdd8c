import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { rebuild } from '../../lib/search/sync.ts';
import { engines, sayWhatIsSkipped } from './indexed-engines.ts';
import { sampleEpisode, UNDATED } from './sample-passages.ts';
import { storedLibrary } from './stored-library.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EPISODES = 60;
const PAGE = { page: 1, perPage: 100 };

/** `npm run reindex` in a process of its own; resolves to its exit code. */
function reindex(env: Readonly<Record<string, string>>): Promise<number | null> {
  const command = ['--import', 'tsx', path.join(ROOT, 'scripts/reindex.ts')];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

sayWhatIsSkipped('reindexing while searches go on');

for (const { name, absent, wire } of engines) {
  describe.skipIf(absent !== null)(`npm run reindex, ${name}`, { timeout: 120_000 }, () => {
    it('builds the index anew while searches go on: none fails, none sees a part', async () => {
      const library = await storedLibrary(EPISODES);
      const { engine, env, stop } = await wire(library);
      try {
        await rebuild(library.store.outbox, engine);
        // What only the old index has tells when the new one has taken its place.
        await engine.replaceEpisode(sampleEpisode({ ...UNDATED, id: 9_999 }));
        const total = async (q: string) => {
          const { hits, total: all } = await engine.search(parseQuery(q), PAGE);
          expect(hits.length).toBe(all);
          return all;
        };
        expect(await total('bread')).toBe(1);

        let building = true;
        const seen: number[] = [];
        const searching = (async () => {
          while (building) {
            seen.push(await total('everywhere'));
            await sleep(1);
          }
        })();
        const code = reindex(env).finally(() => {
          building = false;
        });
        await searching;
        expect(await code).toBe(0);
        expect(seen.length).toBeGreaterThan(10);
        expect(new Set(seen)).toEqual(new Set([EPISODES]));
        expect(await total('bread')).toBe(0);
      } finally {
        await stop();
        await library.close();
      }
    });

    it('may run twice at once', async () => {
      const library = await storedLibrary(EPISODES);
      const { engine, env, stop } = await wire(library);
      try {
        await Promise.all([reindex(env), reindex(env)]);
        expect(await reindex(env)).toBe(0);
        const { total } = await engine.search(parseQuery('everywhere'), PAGE);
        expect(total).toBe(EPISODES);
        expect(await engine.contents()).toHaveProperty('size', EPISODES);
      } finally {
        await stop();
        await library.close();
      }
    });
  });
}
