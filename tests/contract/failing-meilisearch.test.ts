import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeilisearchEngine } from '../../lib/search/engines/meilisearch/engine.ts';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { createSearcher } from '../../lib/search/searcher.ts';
import { rebuild } from '../../lib/search/sync.ts';
import { type StoredLibrary, storedLibrary } from './stored-library.ts';
import { asJson, asPage, lateBy, serveUnwell } from './unwell-server.ts';

const EPISODES = 3;
const INSTEAD = 'The embedded index answers instead.';
const TOO_SLOW = `Meilisearch does not answer in time. ${INSTEAD}`;
const NOT_MEILISEARCH = `What answers at MEILI_HOST is not Meilisearch, or not one that Earmark knows. ${INSTEAD}`;

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

/** The host of a server that is not well. */
async function unwell(...how: Parameters<typeof serveUnwell>): Promise<string> {
  const { host, close } = await serveUnwell(...how);
  ends.push(close);
  return host;
}

describe('where Meilisearch is not well, the embedded index answers and says so', () => {
  const fallback = async (host: string, byEpisode = false) => {
    const searcher = createSearcher(createMeilisearchEngine({ host }), embedded);
    const paging = { page: 1, perPage: 10, byEpisode };
    const { answer, engine, degraded } = await searcher.search(parseQuery('everywhere'), paging);
    expect(answer.total).toBe(EPISODES);
    expect(answer.hits).toHaveLength(EPISODES);
    expect(engine).toBe('sqlite');
    expect(await searcher.check()).toEqual({ engine, degraded });
    return degraded;
  };

  it('while it takes five seconds, without waiting for it', async () => {
    let answered = false;
    const host = await unwell(
      lateBy(5_000, (_, response) => {
        answered = true;
        response.end('{}');
      }),
    );
    expect(await fallback(host)).toBe(TOO_SLOW);
    expect(answered).toBe(false);
  });

  it('while every single answer comes in time, but all that a search needs do not', async () => {
    let asked = 0;
    const hits = [{ id: '1', episodeSlug: 'a' }];
    const late = lateBy(500, asJson(200, { hits, totalHits: 1, facetDistribution: {} }));
    const host = await unwell((request, response) => {
      asked++;
      late(request, response);
    });
    expect(await fallback(host, true)).toBe(TOO_SLOW);
    expect(asked).toBe(2);
  });

  it('while it begins an answer and never ends it', async () => {
    const host = await unwell((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"hits":[');
    });
    expect(await fallback(host)).toBe(TOO_SLOW);
  });

  it('where it answers with errors', async () => {
    expect(await fallback(await unwell(asJson(500, { message: 'no', code: 'internal' })))).toBe(
      `Meilisearch answers with an error (internal). ${INSTEAD}`,
    );
    expect(await fallback(await unwell(asJson(500, { what: 'ever' })))).toBe(
      `Meilisearch answers with an error (500). ${INSTEAD}`,
    );
  });

  it('where a proxy answers with a page', async () => {
    expect(await fallback(await unwell(asPage(502)))).toBe(NOT_MEILISEARCH);
    expect(await fallback(await unwell(asPage(200)))).toBe(NOT_MEILISEARCH);
  });

  it('where an error has no body', async () => {
    const host = await unwell((_, response) => response.writeHead(500).end());
    expect(await fallback(host)).toContain(INSTEAD);
  });

  it('where it hangs up', async () => {
    const host = await unwell((_, response) => response.destroy());
    expect(await fallback(host)).toBe(`Meilisearch cannot be reached. ${INSTEAD}`);
  });

  it('where nothing listens', async () => {
    const { host, close } = await serveUnwell(asPage(502));
    close();
    expect(await fallback(host)).toBe(`Meilisearch cannot be reached. ${INSTEAD}`);
  });
});
