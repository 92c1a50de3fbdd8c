import { describe, expect, it } from 'vitest';
import { type Answer, EngineUnavailable, type SearchEngine } from '@/lib/search/engine';
import { parseQuery } from '@/lib/search/parse-query';
import { createSearcher } from '@/lib/search/searcher';

const answer: Answer = {
  hits: [],
  total: 0,
  totalIsExact: true,
  facets: { shows: [], speakers: [], episodes: [], years: [] },
};

function engine(name: SearchEngine['name'], search: () => Promise<Answer>) {
  const calls = { count: 0 };
  const unused = () => Promise.reject(new Error('not asked for'));
  const made: SearchEngine = {
    name,
    prepare: unused,
    replaceEpisode: unused,
    removeEpisode: unused,
    contents: async () => new Map(),
    rebuild: unused,
    close: unused,
    search() {
      calls.count++;
      return search();
    },
  };
  const sounds = {
    sounding: async () => [],
    havingAny: async () => [],
    counts: async () => ({ passages: 0, of: new Map() }),
  };
  return Object.assign(made, sounds, { calls });
}

const embedded = () => engine('sqlite', async () => answer);
const ask = [parseQuery('bread'), { page: 1, perPage: 20 }] as const;

describe('the searcher', () => {
  it('asks the configured engine', async () => {
    const searcher = createSearcher(
      engine('meilisearch', async () => answer),
      embedded(),
    );
    expect(await searcher.search(...ask)).toMatchObject({ engine: 'meilisearch', degraded: null });
  });

  it('answers from the embedded engine while the other is away, and says why', async () => {
    const away = engine('meilisearch', () =>
      Promise.reject(new EngineUnavailable('Meilisearch cannot be reached.')),
    );
    const searcher = createSearcher(away, embedded());
    const expected = {
      engine: 'sqlite',
      degraded: 'Meilisearch cannot be reached. The embedded index answers instead.',
    };
    expect(await searcher.search(...ask)).toMatchObject(expected);
    expect(await searcher.check()).toEqual(expected);
  });

  it('leaves an engine that failed alone for a while, then asks again', async () => {
    let now = 0;
    let up = false;
    const flaky = engine('meilisearch', async () => {
      if (up) return answer;
      throw new EngineUnavailable('away');
    });
    const searcher = createSearcher(flaky, embedded(), { now: () => now });
    await searcher.search(...ask);
    await searcher.search(...ask);
    expect(flaky.calls.count).toBe(1);
    up = true;
    now = 10_000;
    expect(await searcher.search(...ask)).toMatchObject({ engine: 'meilisearch', degraded: null });
  });

  it('learns how an engine is without a reader', async () => {
    let now = 0;
    let up = true;
    const flaky = engine('meilisearch', async () => {
      if (up) return answer;
      throw new EngineUnavailable('Away.');
    });
    const searcher = createSearcher(flaky, embedded(), { now: () => now });
    expect(await searcher.check()).toEqual({ engine: 'meilisearch', degraded: null });
    up = false;
    expect(await searcher.check()).toMatchObject({ engine: 'sqlite' });
    up = true;
    now = 10_000;
    expect(await searcher.check()).toEqual({ engine: 'meilisearch', degraded: null });
  });

  it('tells an index that is lost from one that finds nothing', async () => {
    const stored = async () => 3;
    const empty = embedded();
    const { degraded } = await createSearcher(empty, empty, { stored }).search(...ask);
    expect(degraded).toContain('being built anew');
    const filled = { ...embedded(), contents: async () => new Map([[1, 'a']]) };
    expect(await createSearcher(filled, filled, { stored }).check()).toMatchObject({
      degraded: null,
    });
    const none = { stored: async () => 0 };
    expect(await createSearcher(empty, empty, none).check()).toMatchObject({ degraded: null });
  });

  it('has an empty answer that says why where the embedded index cannot be used', async () => {
    const lost = engine('sqlite', () =>
      Promise.reject(new EngineUnavailable('The search index cannot be used.')),
    );
    const answered = await createSearcher(lost, lost).search(...ask);
    expect(answered).toMatchObject({
      answer: { total: 0 },
      degraded: 'The search index cannot be used.',
    });
  });

  it('does not hide a defect', async () => {
    const broken = engine('meilisearch', () => Promise.reject(new TypeError('a defect')));
    await expect(createSearcher(broken, embedded()).search(...ask)).rejects.toThrow('a defect');
  });
});
