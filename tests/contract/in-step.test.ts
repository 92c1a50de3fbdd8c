import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchEngine } from '../../lib/search/engine.ts';
import { indexEpisode } from '../../lib/search/index-episode.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { drainOutbox, rebuild, reconcile } from '../../lib/search/sync.ts';
import { keepInStep } from '../../lib/search/worker.ts';
import { engines, sayWhatIsSkipped } from './indexed-engines.ts';
import { sampleEpisode, UNDATED } from './sample-passages.ts';
import { type StoredLibrary, storedLibrary } from './stored-library.ts';

const EPISODES = 12;
/** Milliseconds; the site is less hasty. */
const PACE = { every: 20, compared: 100, firstPause: 20, longestPause: 100 };

sayWhatIsSkipped('keeping in step');

for (const { name, absent, wire } of engines) {
  describe.skipIf(absent !== null)(`kept in step, ${name}`, { timeout: 60_000 }, () => {
    let library: StoredLibrary;
    let engine: SearchEngine;
    let stop: () => Promise<void>;

    beforeEach(async () => {
      library = await storedLibrary(EPISODES);
      ({ engine, stop } = await wire(library));
    }, 60_000);
    afterEach(async () => {
      await stop();
      await library.close();
    });

    const outbox = () => library.store.outbox;
    const total = async (q: string) =>
      (await engine.search(parseQuery(q), { page: 1, perPage: 100 })).total;
    /** How many are found while `work` goes on; an index that is not there yet does not count. */
    const seenDuring = async (work: () => Promise<unknown>) => {
      const seen = new Set<number>();
      let working = true;
      const searching = (async () => {
        while (working) {
          await total('everywhere').then(
            (found) => seen.add(found),
            () => {},
          );
          await sleep(1);
        }
      })();
      await work();
      working = false;
      await searching;
      return [...seen];
    };
    const running = async (until: () => Promise<void>) => {
      const end = keepInStep({ store: library.store, engines: [engine], pace: PACE });
      try {
        await until();
      } finally {
        end();
      }
    };
    const eventually = (check: () => Promise<void>) =>
      vi.waitFor(check, { timeout: 30_000, interval: 50 });

    it('fills an empty index at the start, as a whole', async () => {
      const seen = await seenDuring(() =>
        running(() => eventually(async () => expect(await total('everywhere')).toBe(EPISODES))),
      );
      expect(seen.filter((found) => found > 0 && found < EPISODES)).toEqual([]);
    });

    it('fills an emptied index as a whole also where an episode is just being added', async () => {
      await drainOutbox(outbox(), engine, [engine]);
      await reconcile(outbox(), engine);
      await engine.rebuild((async function* () {})());
      await library.save('one-more');
      const seen = await seenDuring(() => drainOutbox(outbox(), engine, [engine]));
      expect(seen.filter((found) => found > 0 && found <= EPISODES)).toEqual([]);
      expect(await total('everywhere')).toBe(EPISODES + 1);
    });

    it('mends at the start what changed while nobody looked', async () => {
      await reconcile(outbox(), engine);
      await engine.removeEpisode(1);
      await library.save('talk-3', 'Now it is elsewhere.');
      await running(() =>
        eventually(async () => {
          expect(await total('everywhere')).toBe(EPISODES - 1);
          expect(await total('elsewhere')).toBe(1);
        }),
      );
    });

    it('leaves no ghosts of episodes that are gone', async () => {
      await reconcile(outbox(), engine);
      await engine.replaceEpisode(sampleEpisode({ ...UNDATED, id: 9_999 }));
      library.remove('talk-5');
      await running(() =>
        eventually(async () => {
          expect(await total('bread')).toBe(0);
          expect(await total('everywhere')).toBe(EPISODES - 1);
        }),
      );
      expect([...(await engine.contents()).keys()]).not.toContain(9_999);
    });

    it('rebuilds as a whole what an older version of the normaliser or the passages has filled', async () => {
      const older = [];
      for (const id of (await outbox().versions()).keys()) {
        const episode = await outbox().episode(id);
        if (!episode) continue;
        const { passages } = indexEpisode(episode);
        older.push({
          episodeId: id,
          contentHash: `${episode.version}:0.0`,
          // As if it had not known the word.
          passages: passages.map((passage) => ({ ...passage, text: 'Nothing.' })),
        });
      }
      await engine.rebuild(
        (async function* () {
          yield* older;
        })(),
      );
      const seen = await seenDuring(() => reconcile(outbox(), engine));
      expect(seen.filter((found) => found > 0 && found < EPISODES)).toEqual([]);
      expect(await total('everywhere')).toBe(EPISODES);
    });

    it('is told by the outbox only what it has not yet', async () => {
      await reconcile(outbox(), engine);
      await library.save('one-more');
      const told = vi.spyOn(engine, 'replaceEpisode');
      const built = vi.spyOn(engine, 'rebuild');
      expect(await drainOutbox(outbox(), engine, [engine])).toEqual({ replaced: 1, removed: 0 });
      expect(told).toHaveBeenCalledTimes(1);
      expect(built).not.toHaveBeenCalled();
      expect(await total('everywhere')).toBe(EPISODES + 1);
      expect((await outbox().pendingFor(name)).lastSeq).toBe(0);
    });

    it('gives pages their turn between two episodes while it is filled', async () => {
      let turns = 0;
      let working = true;
      const serve = () => {
        turns++;
        if (working) setImmediate(serve);
      };
      setImmediate(serve);
      await rebuild(outbox(), engine);
      working = false;
      expect(turns).toBeGreaterThanOrEqual(EPISODES);
    });

    it('does no more once it is stopped', async () => {
      const looked = vi.spyOn(engine, 'contents');
      const end = keepInStep({ store: library.store, engines: [engine], pace: PACE });
      await eventually(async () => expect(looked).toHaveBeenCalled());
      end();
      await eventually(async () => expect(await total('everywhere')).toBe(EPISODES));
      await sleep(PACE.compared * 2);
      const times = looked.mock.calls.length;
      await sleep(PACE.compared * 4);
      expect(looked.mock.calls.length).toBe(times);
    });
  });
}
