import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchParameters } from '@/app/parameters';
import { answerSearch } from '@/app/search-answer';
import { reconcile } from '@/lib/search/sync';
import { readSettings } from '@/lib/settings';
import { type Earmark, wire } from '@/lib/wire';
import { type ConceptEmbedder, startConceptEmbedder } from './concept-embedder';
import {
  type MeilisearchServer,
  meilisearchCanStart,
  startOwnMeilisearch,
} from './meilisearch-server';
import { type StoredLibrary, storedLibrary } from './stored-library';

const LOOPBACK = ['--experimental-allowed-ip-networks', '127.0.0.0/8'];
if (!meilisearchCanStart()) {
  console.warn('\n  SKIPPED: answers by meaning: no "meilisearch" on PATH.\n');
}

/** What `/api/search` answers, as `npm start` wires it. */
describe.skipIf(!meilisearchCanStart())('answers by meaning', { timeout: 60_000 }, () => {
  let server: MeilisearchServer;
  let concepts: ConceptEmbedder;
  let library: StoredLibrary;
  const sites: Earmark[] = [];
  /** Milliseconds by which the site's clock is ahead. */
  let ahead = 0;

  const start = async (more: Record<string, string> = {}) => {
    const env = { DATA_DIR: library.folder, MEILI_HOST: server.host, ...more };
    const site = wire(readSettings(env as never));
    sites.push(site);
    for (const engine of site.engines) {
      await engine.prepare();
      await reconcile(site.store.outbox, engine);
    }
    return (parameters: Record<string, string>) =>
      answerSearch(SearchParameters.parse(parameters), site);
  };
  const embedding = () => ({ SEARCH_EMBEDDER: JSON.stringify(concepts.embedder) });
  const QUESTION = { q: 'a boulangerie somewhere' };

  beforeAll(async () => {
    server = await startOwnMeilisearch({ options: LOOPBACK });
    concepts = await startConceptEmbedder();
    library = await storedLibrary(1);
    await library.save('patisserie', 'We never tire of pastry, whatever people say.');
  }, 60_000);
  beforeEach(() => {
    const now = Date.now.bind(Date);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    concepts.behave('well');
    concepts.asked.length = 0;
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const site of sites.splice(0)) await site.close();
  });
  afterAll(async () => {
    await concepts?.stop();
    await server?.stop();
    await library?.close();
  });

  it('go by words alone where no embedder is configured, and say so where meaning is asked for', async () => {
    const ask = await start();
    const plain = await ask(QUESTION);
    expect(plain).toMatchObject({ engine: 'meilisearch', total: 0 });
    expect(plain).not.toHaveProperty('notice');
    expect(plain).not.toHaveProperty('semantic');
    const asked = await ask({ ...QUESTION, semanticRatio: '0.7' });
    expect(asked).toMatchObject({ total: 0, semantic: { ratio: 0, found: 0 } });
    expect(asked.notice).toMatch(/^No embedder is configured \(SEARCH_EMBEDDER\)/);
    expect(await ask({ ...QUESTION, semanticRatio: '0' })).not.toHaveProperty('notice');
    expect(concepts.asked).toEqual([]);
  });

  it('weigh meaning as configured, and as one request has it', async () => {
    const ask = await start({ ...embedding(), SEARCH_SEMANTIC_RATIO: '0.4' });
    const { hits, total, semantic, notice } = await ask(QUESTION);
    expect(hits.map(({ episode, how }) => [episode.slug, how])).toEqual([
      ['patisserie', 'meaning'],
    ]);
    expect([total, semantic, notice]).toEqual([1, { ratio: 0.4, found: 1 }, undefined]);
    const more = await ask({ ...QUESTION, semanticRatio: '0.9' });
    expect(more.semantic).toEqual({ ratio: 0.9, found: 1 });
    concepts.asked.length = 0;
    const none = await ask({ ...QUESTION, semanticRatio: '0' });
    expect(none).toMatchObject({ total: 0, semantic: { ratio: 0, found: 0 } });
    // One word may be unfinished, and is not asked about.
    expect((await ask({ q: 'boulangerie' })).semantic).toEqual({ ratio: 0, found: 0 });
    expect(concepts.asked).toEqual([]);
  });

  it('are off by default where the owner says so, and on where a request does', async () => {
    const ask = await start({ ...embedding(), SEARCH_SEMANTIC_RATIO: '0' });
    expect((await ask(QUESTION)).total).toBe(0);
    expect(concepts.asked).toEqual([]);
    expect((await ask({ ...QUESTION, semanticRatio: '0.5' })).total).toBe(1);
  });

  it.each(['error', 'silent'] as const)(
    'go by words with a notice while the embedder is away (%s), and by meaning once it is back',
    async (mode) => {
      const ask = await start(embedding());
      concepts.behave(mode);
      const pastry = { q: 'never pastry' };
      const away = await ask(pastry);
      // Another engine would not do better: the words are Meilisearch's.
      expect(away).toMatchObject({ engine: 'meilisearch', total: 1, semantic: { ratio: 0 } });
      expect(away.notice).toMatch(/^The embedder .* goes by words alone\.$/);
      expect(away.hits.map(({ how }) => how)).toEqual(['words']);
      concepts.behave('well');
      ahead += 60_000;
      const back = await ask(QUESTION);
      expect(back).not.toHaveProperty('notice');
      expect(back.hits.map(({ how }) => how)).toEqual(['meaning']);
    },
  );

  it('come from the embedded index, and say why, while Meilisearch itself is away', async () => {
    const ask = await start(embedding());
    const [site] = sites;
    if (!site) throw new Error('No site.');
    const gone = { ...site.settings, meilisearch: { host: 'http://127.0.0.1:9', apiKey: '' } };
    const lost = wire(gone);
    sites.push(lost);
    const answer = await answerSearch(SearchParameters.parse({ q: 'never pastry' }), lost);
    expect(answer).toMatchObject({ engine: 'sqlite', total: 1 });
    expect(answer.notice).toMatch(/^Meilisearch cannot be reached\. .*embedded index.*\.$/);
    expect((await ask(QUESTION)).total).toBe(1);
  });
});
