import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Meilisearch } from 'meilisearch';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMeilisearchEngine } from '../../lib/search/engines/meilisearch/engine.ts';
import { hasSettings } from '../../lib/search/engines/meilisearch/settings.ts';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { createSearcher, type Searcher } from '../../lib/search/searcher.ts';
import { rebuild } from '../../lib/search/sync.ts';
import { keepInStep } from '../../lib/search/worker.ts';
import { meilisearchCanStart, startOwnMeilisearch } from './meilisearch-server.ts';
import { type StoredLibrary, storedLibrary } from './stored-library.ts';

const EPISODES = 3;
/** Milliseconds; the site is less hasty. */
const PACE = { every: 20, compared: 100, firstPause: 20, longestPause: 100 };
const PATIENT = { timeout: 60_000, interval: 100 };

let library: StoredLibrary;
let embedded: ReturnType<typeof createSqliteEngine>;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  library = await storedLibrary(EPISODES);
  embedded = createSqliteEngine({ path: path.join(library.folder, 'search.db') });
  await rebuild(library.store.outbox, embedded);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await embedded.close();
  await library.close();
});

const ask = (searcher: Searcher) =>
  searcher.search(parseQuery('everywhere'), { page: 1, perPage: 10 });

/** A clock of the searcher's that runs ahead, so that nobody waits for an engine to be asked again. */
const hasty = () => {
  let now = 0;
  return () => {
    now += 10_000;
    return now;
  };
};

/** A server that is not well. How a healthy one behaves is for a real one. */
async function unwell(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('where Meilisearch is not well, the embedded index answers and says so', () => {
  const fallback = async (host: string, apiKey?: string) => {
    const searcher = createSearcher(createMeilisearchEngine({ host, apiKey }), embedded);
    const { answer, engine, degraded } = await ask(searcher);
    expect(answer.total).toBe(EPISODES);
    expect(engine).toBe('sqlite');
    expect(searcher.state()).toEqual({ engine: 'sqlite', degraded });
    return degraded;
  };

  it('while it takes too long, without waiting for it', async () => {
    let answered = false;
    const host = await unwell((_, response) => {
      const late = setTimeout(() => {
        answered = true;
        response.end('{}');
      }, 5_000);
      ends.push(() => clearTimeout(late));
    });
    expect(await fallback(host)).toBe('Meilisearch does not answer in time.');
    expect(answered).toBe(false);
  });

  it('while every single answer comes in time, but all that a search needs do not', async () => {
    let asked = 0;
    const host = await unwell((_, response) => {
      asked++;
      const late = setTimeout(() => {
        const body = { hits: [{ id: '1', episodeSlug: 'a' }], totalHits: 1, facetDistribution: {} };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      }, 500);
      ends.push(() => clearTimeout(late));
    });
    const searcher = createSearcher(createMeilisearchEngine({ host }), embedded);
    const paging = { page: 1, perPage: 10, byEpisode: true };
    const { engine, degraded } = await searcher.search(parseQuery('everywhere'), paging);
    expect(asked).toBe(2);
    expect({ engine, degraded }).toEqual({
      engine: 'sqlite',
      degraded: 'Meilisearch does not answer in time.',
    });
  });

  it('where it answers with errors', async () => {
    const host = await unwell((_, response) => {
      response.writeHead(500, { 'content-type': 'application/json' }).end('{"code":"internal"}');
    });
    expect(await fallback(host)).toContain('Meilisearch answers with an error');
  });

  it('where a proxy answers with a page', async () => {
    const host = await unwell((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
    });
    expect(await fallback(host)).toContain('MEILI_HOST');
  });

  it('where nothing listens', async () => {
    expect(await fallback('http://127.0.0.1:1')).toBe('Meilisearch cannot be reached.');
  });
});

const absent = meilisearchCanStart() ? null : 'no "meilisearch" on PATH';
if (absent) console.warn(`\n  SKIPPED: recovery with a real Meilisearch: ${absent}.\n`);

describe.skipIf(absent !== null)(
  'a real Meilisearch comes back by itself',
  { timeout: 120_000 },
  () => {
    const follow = (searcherHost: string, apiKey?: string) => {
      const engine = createMeilisearchEngine({ host: searcherHost, apiKey });
      ends.push(keepInStep({ store: library.store, engines: [engine], pace: PACE }));
      return createSearcher(engine, embedded, hasty());
    };
    const answers = (searcher: Searcher, engine: 'sqlite' | 'meilisearch') =>
      vi.waitFor(async () => {
        const searched = await ask(searcher);
        // Whichever answers has everything.
        expect(searched.answer.total).toBe(EPISODES);
        expect(searched).toMatchObject({ engine });
        return searched.degraded;
      }, PATIENT);

    it('after it was stopped, and started again with nothing in it', async () => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      const first = await startOwnMeilisearch();
      const searcher = follow(first.host);
      expect(await answers(searcher, 'meilisearch')).toBeNull();

      await first.stop();
      expect(await answers(searcher, 'sqlite')).toBe('Meilisearch cannot be reached.');

      const second = await startOwnMeilisearch({ port: first.port });
      ends.push(second.stop);
      const totals = new Set<number>();
      await vi.waitFor(async () => {
        const { answer, engine } = await ask(searcher);
        totals.add(answer.total);
        expect(engine).toBe('meilisearch');
      }, PATIENT);
      expect(totals).toEqual(new Set([EPISODES]));
    });

    it('gives an index with other settings ours, and asks for nothing where it has them', async () => {
      const server = await startOwnMeilisearch();
      ends.push(server.stop);
      const engine = createMeilisearchEngine({ host: server.host });
      await rebuild(library.store.outbox, engine);
      const client = new Meilisearch({ host: server.host });
      const index = client.index('earmark_passages');
      await index.updateSettings({ rankingRules: ['typo'], filterableAttributes: [] }).waitTask();
      const tasks = async () => (await client.tasks.getTasks({ limit: 1 })).total;

      await engine.prepare();
      expect(hasSettings(await index.getSettings())).toBe(true);
      const before = await tasks();
      await engine.prepare();
      expect(await tasks()).toBe(before);
    });

    it('says that the key is wrong, and takes the right one', async () => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      const key = 'a-master-key-of-16-bytes';
      const server = await startOwnMeilisearch({ options: ['--master-key', key] });
      ends.push(server.stop);
      expect(await answers(follow(server.host, 'wrong'), 'sqlite')).toBe(
        'Meilisearch refuses the key in MEILI_API_KEY.',
      );
      expect(await answers(follow(server.host, key), 'meilisearch')).toBeNull();
    });
  },
);
