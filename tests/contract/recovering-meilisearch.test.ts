import type { RequestListener } from 'node:http';
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
import { asJson, asPage, handOnTo, lateBy, serveUnwell } from './unwell-server.ts';

const EPISODES = 3;
/** Milliseconds; the site is less hasty. */
const PACE = { every: 20, compared: 100, firstPause: 20, longestPause: 100 };
const PATIENT = { timeout: 60_000, interval: 100 };

const absent = meilisearchCanStart() ? null : 'no "meilisearch" on PATH';
if (absent) console.warn(`\n  SKIPPED: recovery with a real Meilisearch: ${absent}.\n`);

describe.skipIf(absent !== null)('Meilisearch comes back by itself', { timeout: 120_000 }, () => {
  let library: StoredLibrary;
  let embedded: ReturnType<typeof createSqliteEngine>;
  const ends: (() => unknown)[] = [];

  beforeEach(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    library = await storedLibrary(EPISODES);
    embedded = createSqliteEngine({ path: path.join(library.folder, 'search.db') });
    await rebuild(library.store.outbox, embedded);
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await embedded.close();
    await library.close();
    vi.restoreAllMocks();
  });

  const start = async (options: Parameters<typeof startOwnMeilisearch>[0] = {}) => {
    const server = await startOwnMeilisearch(options);
    ends.push(server.stop);
    return server;
  };
  /** The searcher and the worker of a site; the searcher's clock runs ahead, so that it soon asks again. */
  const site = (host: string, apiKey?: string) => {
    const engine = createMeilisearchEngine({ host, apiKey });
    ends.push(keepInStep({ store: library.store, engines: [engine], pace: PACE }));
    let time = 0;
    const now = () => {
      time += 10_000;
      return time;
    };
    return createSearcher(engine, embedded, { now });
  };
  /** Until an engine answers; whichever does has everything, always. */
  const answers = (searcher: Searcher, engine: 'sqlite' | 'meilisearch') =>
    vi.waitFor(async () => {
      const paging = { page: 1, perPage: 10 };
      const searched = await searcher.search(parseQuery('everywhere'), paging);
      totals.add(searched.answer.total);
      expect(searched).toMatchObject({ engine });
      return searched.degraded;
    }, PATIENT);
  let totals: Set<number>;
  beforeEach(() => {
    totals = new Set();
  });
  afterEach(() => {
    expect(totals).toEqual(new Set([EPISODES]));
  });

  it('after it was stopped, and started again with nothing in it', async () => {
    const first = await start();
    const searcher = site(first.host);
    expect(await answers(searcher, 'meilisearch')).toBeNull();
    await first.stop();
    expect(await answers(searcher, 'sqlite')).toContain('Meilisearch cannot be reached.');
    await start({ port: first.port });
    expect(await answers(searcher, 'meilisearch')).toBeNull();
    expect(await searcher.check()).toEqual({ engine: 'meilisearch', degraded: null });
  });

  it('after its indexes were deleted', async () => {
    const { host } = await start();
    const searcher = site(host);
    await answers(searcher, 'meilisearch');
    const client = new Meilisearch({ host });
    await client.deleteIndex('earmark_passages').waitTask();
    await answers(searcher, 'meilisearch');
    await client.deleteIndex('earmark_episodes').waitTask();
    await answers(searcher, 'meilisearch');
  });

  it.each<[string, RequestListener, string]>([
    ['slow', lateBy(5_000, asPage(502)), 'does not answer in time'],
    ['failing', asJson(500, { message: 'no', code: 'internal' }), 'answers with an error'],
    ['hidden by a proxy’s page', asPage(502), 'MEILI_HOST'],
  ])('after it was %s', async (_, unwell, sentence) => {
    const { host } = await start();
    const well = handOnTo(host);
    let listener = well;
    const proxy = await serveUnwell((request, response) => listener(request, response));
    ends.push(proxy.close);
    const searcher = site(proxy.host);
    expect(await answers(searcher, 'meilisearch')).toBeNull();
    listener = unwell;
    expect(await answers(searcher, 'sqlite')).toContain(sentence);
    listener = well;
    expect(await answers(searcher, 'meilisearch')).toBeNull();
  });

  it('with our settings where it had others, as an older version leaves them', async () => {
    const { host } = await start();
    await rebuild(library.store.outbox, createMeilisearchEngine({ host }));
    const index = new Meilisearch({ host }).index('earmark_passages');
    await index.updateSettings({ rankingRules: ['typo'], filterableAttributes: [] }).waitTask();
    const searcher = site(host);
    await vi.waitFor(async () => {
      expect(hasSettings(await index.getSettings())).toBe(true);
    }, PATIENT);
    expect(await answers(searcher, 'meilisearch')).toBeNull();
  });

  it('and is not told again what it has', async () => {
    const { host } = await start();
    const engine = createMeilisearchEngine({ host });
    await rebuild(library.store.outbox, engine);
    const { tasks } = new Meilisearch({ host });
    const before = (await tasks.getTasks({ limit: 1 })).total;
    await engine.prepare();
    expect((await tasks.getTasks({ limit: 1 })).total).toBe(before);
    expect(await answers(site(host), 'meilisearch')).toBeNull();
  });

  it('says that the key is wrong, and takes the right one', async () => {
    const key = 'a-master-key-of-16-bytes';
    const { host } = await start({ options: ['--master-key', key] });
    expect(await answers(site(host, 'wrong'), 'sqlite')).toContain(
      'Meilisearch refuses the key in MEILI_API_KEY.',
    );
    expect(await answers(site(host), 'sqlite')).toContain(
      'Meilisearch refuses the key in MEILI_API_KEY.',
    );
    expect(await answers(site(host, key), 'meilisearch')).toBeNull();
  });
});
