import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Embedder, parseEmbedder } from '@/lib/embedder';
import type { Paging, SearchEngine } from '@/lib/search/engine';
import { createMeilisearchEngine } from '@/lib/search/engines/meilisearch/engine';
import type { Meaning } from '@/lib/search/engines/meilisearch/hybrid';
import { createMeaningEngine } from '@/lib/search/engines/meilisearch/meaning';
import { toHitView } from '@/lib/search/hit-view';
import { parseQuery } from '@/lib/search/parse-query';
import { reconcile } from '@/lib/search/sync';
import { readSettings } from '@/lib/settings';
import { wire } from '@/lib/wire';
import { type ConceptEmbedder, startConceptEmbedder } from './concept-embedder';
import {
  type MeilisearchServer,
  meilisearchCanStart,
  startOwnMeilisearch,
} from './meilisearch-server';
import { BREAD, MODELS, sampleEpisode } from './sample-passages';
import { storedLibrary } from './stored-library';

const LOOPBACK = ['--experimental-allowed-ip-networks', '127.0.0.0/8'];
if (!meilisearchCanStart()) {
  console.warn('\n  SKIPPED: search by meaning: no "meilisearch" on PATH.\n');
}

describe.skipIf(!meilisearchCanStart())('search by meaning', () => {
  let server: MeilisearchServer;
  let concepts: ConceptEmbedder;
  let meaning: SearchEngine & Meaning;
  let words: SearchEngine;
  let clock = 0;
  const connect = (embedder: Embedder) =>
    createMeaningEngine({ host: server.host, embedder, least: 0.7, now: () => clock });
  const paging: Paging = { page: 1, perPage: 20, semanticRatio: 0.5 };
  const ask = (q: string, more: Partial<Paging> = {}) =>
    words.search(parseQuery(q), { ...paging, ...more });
  const found = async (q: string, more: Partial<Paging> = {}) => {
    const { hits } = await ask(q, more);
    return hits.map(({ passage, how }) => `${passage.id} ${how}`);
  };

  beforeAll(async () => {
    server = await startOwnMeilisearch({ options: LOOPBACK });
    concepts = await startConceptEmbedder();
    meaning = connect(concepts.embedder);
    words = createMeilisearchEngine({ host: server.host, meaning });
    for (const engine of [words, meaning]) {
      await engine.prepare();
      for (const sample of [BREAD, MODELS]) await engine.replaceEpisode(sampleEpisode(sample));
    }
  }, 60_000);
  afterAll(async () => {
    await concepts?.stop();
    await server?.stop();
  });
  beforeEach(() => {
    concepts.behave('well');
    // Whatever failed before is long ago.
    clock += 60_000;
    concepts.asked.length = 0;
    concepts.keys.clear();
  });

  it('the embedder reads what was said, by whom, where, and to which question', async () => {
    const again = connect({ ...concepts.embedder, documentTemplateMaxBytes: 3_999 });
    await again.prepare();
    await again.replaceEpisode(sampleEpisode(MODELS));
    expect(concepts.asked).toContain(
      'Cy Lee in “World models explained”: A world model predicts what happens next in the world.',
    );
    // An answer is read with its question.
    expect(concepts.asked).toContain(
      'Cy Lee in “World models explained”: So the model of the world is learned from video? Yes, world-model training needs 4 GPUs and GPT-4 captions 🎬.',
    );
    await again.removeEpisode(MODELS.id);
    await connect(concepts.embedder).prepare();
    await meaning.replaceEpisode(sampleEpisode(BREAD));
    await meaning.replaceEpisode(sampleEpisode(MODELS));
  });

  it('is off unless a search asks for it', async () => {
    for (const semanticRatio of [undefined, 0]) {
      const answer = await words.search(parseQuery('pastry'), {
        page: 1,
        perPage: 20,
        semanticRatio,
      });
      expect(answer).toMatchObject({ hits: [], total: 0 });
      expect(answer.meaning).toBeUndefined();
    }
    expect(concepts.asked).toEqual([]);
  });

  it('finds what has none of the words, and says that only the meaning is the same', async () => {
    const { hits, total, totalIsExact, meaning: by } = await ask('boulangerie');
    expect(hits.map(({ passage }) => passage.id)).toContain('1-0-0');
    for (const { how, matches } of hits)
      expect({ how, matches }).toEqual({ how: 'meaning', matches: [] });
    expect([total, totalIsExact]).toEqual([hits.length, true]);
    expect(by).toEqual({ ids: hits.map(({ passage }) => passage.id), failure: null });
    const [first] = hits;
    const view = first && toHitView(first, 'boulangerie');
    expect(view?.snippetHtml).not.toContain('<mark>');
    expect(view?.url).not.toContain('boulangerie');
  });

  it('does not drown anybody: what nothing is like finds nothing', async () => {
    expect(await found('neural networks')).not.toContain('1-0-0 meaning');
  });

  it('with 0 it answers as without an embedder; with more, all that has the words is still there', async () => {
    const alone = createMeilisearchEngine({ host: server.host });
    for (const q of ['bread', 'patience', 'the world', 'models', 'sourdoug', 'sour dough']) {
      const without = await alone.search(parseQuery(q), { page: 1, perPage: 20 });
      expect(await ask(q, { semanticRatio: 0 })).toEqual(without);
      for (const semanticRatio of [0.2, 0.5, 1]) {
        const both = await ask(q, { semanticRatio });
        const worded = both.hits.filter(({ how }) => how !== 'meaning');
        expect(new Set(worded.map(({ passage }) => passage.id))).toEqual(
          new Set(without.hits.map(({ passage }) => passage.id)),
        );
        expect(both.total).toBe(without.total + (both.meaning?.ids.length ?? 0));
        expect(both.facets).toEqual(without.facets);
      }
    }
  });

  it('weighs words against meaning as it is told', async () => {
    const order = async (semanticRatio: number) => found('crust', { semanticRatio });
    expect((await order(0.1))[0]).toBe('1-2-0 words');
    const last = (await order(0.1)).length - 1;
    expect(last).toBeGreaterThan(0);
    const meant = await order(1);
    expect(meant.toSorted()).toEqual((await order(0.1)).toSorted());
  });

  it('keeps to filters', async () => {
    const [everywhere, ann] = [await ask('boulangerie'), await ask('boulangerie speaker:ann')];
    expect(ann.hits.length).toBeGreaterThan(0);
    expect(ann.hits.every(({ passage }) => passage.speakerName === 'Ann Lee')).toBe(true);
    expect(everywhere.total).toBeGreaterThanOrEqual(ann.total);
    expect(await found('boulangerie episode:models')).toEqual(['2-5-0 meaning']);
    expect(await found('boulangerie before:2025-01-01')).toEqual([]);
  });

  it('takes quotations and exclusions literally', async () => {
    expect(await found('"boulangerie"')).toEqual([]);
    expect(concepts.asked).toEqual([]);
    expect(await found('boulangerie -sourdough')).toEqual([]);
    expect(await found('boulangerie "the oven"')).toEqual([]);
    expect(await found('bread "the oven"')).toEqual(['1-2-0 words']);
    expect(concepts.asked).toEqual([]);
  });

  it('is not asked about one word that is still being typed', async () => {
    const typed = (q: string) => words.search(parseQuery(q, { typing: true }), paging);
    const { hits, meaning: by } = await typed('boulanger');
    expect({ hits, by }).toEqual({ hits: [], by: undefined });
    expect(concepts.asked).toEqual([]);
    expect((await typed('boulangerie ')).hits.map(({ how }) => how)).toContain('meaning');
    expect((await typed('french boulangerie')).hits.map(({ how }) => how)).toContain('meaning');
  });

  it('is no matter of dates, nor of filters alone', async () => {
    expect(await found('boulangerie', { sort: 'date' })).toEqual([]);
    expect((await ask('speaker:ann')).meaning).toBeUndefined();
    expect(concepts.asked).toEqual([]);
  });

  it('adds twenty passages at most, none of them a mere word or two', async () => {
    const many = sampleEpisode({
      ...MODELS,
      id: 9,
      sections: {
        All: [
          ['Cy Lee', 'Pastry, yes.'],
          ...Array.from({ length: 30 }, (_, i): [string, string] => [
            'Cy Lee',
            `Pastry number ${i} of the many that we ate.`,
          ]),
        ],
      },
    });
    for (const engine of [words, meaning]) await engine.replaceEpisode(many);
    try {
      const { total, hits, meaning: by } = await ask('boulangerie', { perPage: 100 });
      expect([total, hits.length, by?.ids.length]).toEqual([20, 20, 20]);
      expect(by?.ids).not.toContain('9-0-0');
      const { hits: page, total: sum } = await ask('pastry', { perPage: 5, page: 7 });
      // Passages with the word are not limited: 31, and those about bread.
      expect(page.length).toBe(5);
      expect(sum).toBeGreaterThan(31);
    } finally {
      for (const engine of [words, meaning]) await engine.removeEpisode(9);
    }
  });

  it('pages and groups one list', async () => {
    const whole = await found('bread', { perPage: 100 });
    const pages: string[] = [];
    for (let page = 1; pages.length < whole.length; page++) {
      const part = await found('bread', { page, perPage: 2 });
      expect(part.length).toBeGreaterThan(0);
      pages.push(...part);
    }
    expect(pages).toEqual(whole);
    const { episodes, total } = await ask('bread', { byEpisode: true });
    expect(episodes?.shown.reduce((sum, episode) => sum + episode.total, 0)).toBe(total);
  });

  it.each(['error', 'refuse', 'silent'] as const)(
    'an embedder that answers with “%s” leaves the words, says so, and comes back',
    async (mode) => {
      concepts.behave(mode);
      const answer = await ask('bread oven');
      expect(answer.meaning?.failure).toMatch(/embedder.*does not answer.*words alone\.$/);
      expect(answer.hits.map(({ passage, how }) => `${passage.id} ${how}`)).toEqual([
        '1-2-0 words',
      ]);
      const { length } = concepts.asked;
      expect((await ask('bread oven')).meaning?.failure).not.toBeNull();
      // It is left alone for a while.
      expect(concepts.asked.length).toBe(length);
      concepts.behave('well');
      clock += 60_000;
      expect((await ask('bread oven')).meaning?.failure).toBeNull();
      expect((await ask('bread oven')).hits.length).toBeGreaterThan(1);
    },
  );

  it('the index of words does not wait for an embedder that is away', async () => {
    const changed = sampleEpisode(
      { ...BREAD, sections: { All: [['Ann Lee', 'Rye makes a dense loaf.']] } },
      'changed',
    );
    concepts.behave('refuse');
    try {
      await words.replaceEpisode(changed);
      await expect(meaning.replaceEpisode(changed)).rejects.toThrow(
        /^SEARCH_EMBEDDER does not work: .*could not authenticate/,
      );
      expect(await found('rye')).toEqual(['1-0-0 words']);
      concepts.behave('well');
      clock += 60_000;
      // What the index of meanings still has is no longer said.
      expect(await found('boulangerie')).toEqual(['2-5-0 meaning']);
      await meaning.replaceEpisode(changed);
      expect(await found('boulangerie')).toContain('1-0-0 meaning');
    } finally {
      concepts.behave('well');
      for (const engine of [words, meaning]) await engine.replaceEpisode(sampleEpisode(BREAD));
    }
  });

  it('a server that may not ask a private address is found out at once, and how to mend it is said', async () => {
    const strict = await startOwnMeilisearch();
    try {
      const engine = createMeaningEngine({ ...strict, embedder: concepts.embedder, least: 0.7 });
      for (const attempt of [1, 2]) {
        await expect(engine.replaceEpisode(sampleEpisode(BREAD)), `${attempt}`).rejects.toThrow(
          /^SEARCH_EMBEDDER does not work: .* --experimental-allowed-ip-networks\.$/,
        );
      }
      // Nothing that would have to wait for it was sent.
      const { results } = await fetch(`${strict.host}/tasks?types=documentAdditionOrUpdate`).then(
        (response) => response.json(),
      );
      expect(results).toEqual([]);
    } finally {
      await strict.stop();
    }
  });

  it.each([
    ['ollama', { model: 'concepts' }, '/api/embed', undefined],
    ['openAi', { apiKey: 'a key' }, '/v1/embeddings', 'Bearer a key'],
  ])('source %s is what Meilisearch takes and asks', async (source, more, path, bearer) => {
    const { host, dimensions, asked, keys } = concepts;
    const embedder = parseEmbedder(
      JSON.stringify({
        source,
        url: host + path,
        dimensions,
        ...more,
        distribution: { mean: 0.5, sigma: 0.4 },
      }),
    );
    const engine = createMeaningEngine({
      host: server.host,
      prefix: `fresh_${source}_`,
      embedder,
      least: 0.7,
    });
    await engine.prepare();
    await engine.replaceEpisode(sampleEpisode(BREAD));
    const { similar, failure } = await engine.nearest(parseQuery('boulangerie'));
    expect(failure).toBeNull();
    expect(similar.map(({ id }) => id)).toContain('1-0-0');
    expect(asked).toContain('boulangerie');
    expect([...keys]).toEqual([bearer]);
  });

  it('says so while it is being filled for the first time', async () => {
    const fresh = createMeaningEngine({
      host: server.host,
      prefix: 'fresh_',
      embedder: concepts.embedder,
      least: 0.7,
    });
    const said: unknown[] = [];
    async function* library() {
      yield sampleEpisode(BREAD);
      said.push(await fresh.nearest(parseQuery('boulangerie')));
      yield sampleEpisode(MODELS);
    }
    await fresh.rebuild(library());
    expect(said).toEqual([{ similar: [], failure: expect.stringMatching(/still being filled/) }]);
    const { similar, failure } = await fresh.nearest(parseQuery('boulangerie'));
    expect(failure).toBeNull();
    expect(similar.map(({ id }) => id)).toContain('1-0-0');
  });

  it('is built in place: only what is new is sent', async () => {
    async function* library() {
      yield sampleEpisode(BREAD);
      yield sampleEpisode({ ...MODELS }, 'another version of the index');
    }
    await meaning.rebuild(library());
    expect(concepts.asked.filter((text) => text.includes('“'))).toEqual([]);
    expect([...(await meaning.contents())]).toEqual([
      [1, 'hash-1'],
      [2, 'another version of the index'],
    ]);
    async function* less() {
      yield sampleEpisode(BREAD);
    }
    await meaning.rebuild(less());
    expect([...(await meaning.contents()).keys()]).toEqual([1]);
    await meaning.replaceEpisode(sampleEpisode(MODELS));
  });

  it('a new key keeps the vectors, another template makes new ones and drops the old', async () => {
    const keyed = connect({ ...concepts.embedder, apiKey: 'a key' } as Embedder);
    await keyed.prepare();
    expect([...(await keyed.contents()).keys()]).toEqual([1, 2]);
    await keyed.nearest(parseQuery('boulangerie'));
    expect([...concepts.keys]).toEqual(['Bearer a key']);
    expect(concepts.asked).toEqual(['boulangerie']);
    const other = connect({ ...concepts.embedder, documentTemplate: '{{ doc.text }}' });
    await other.prepare();
    expect(await other.contents()).toEqual(new Map());
    const left = await fetch(`${server.host}/indexes`).then((response) => response.json());
    const names: string[] = left.results.map(({ uid }: { uid: string }) => uid);
    expect(names.filter((name) => !name.startsWith('fresh_')).toSorted()).toEqual([
      'earmark_episodes',
      'earmark_passages',
    ]);
    const unfilled = await ask('bread oven');
    expect(unfilled.meaning?.failure).toMatch(/still being filled/);
    await meaning.prepare();
    for (const sample of [BREAD, MODELS]) await meaning.replaceEpisode(sampleEpisode(sample));
  });

  it('another embedder in the settings fills its index by itself, as the site does at its start', async () => {
    const library = await storedLibrary(1);
    await library.save('patisserie', 'We never tire of pastry, whatever people say.');
    await library.save('queue', 'Perseverance is what you need in a queue.');
    const start = async (embedder: Embedder) => {
      const env = {
        DATA_DIR: library.folder,
        MEILI_HOST: server.host,
        SEARCH_EMBEDDER: JSON.stringify(embedder),
      };
      const { engines, searcher, store, close } = wire(readSettings(env as never));
      for (const engine of engines) {
        await engine.prepare();
        await reconcile(store.outbox, engine);
      }
      const { answer } = await searcher.search(parseQuery('boulangerie'), paging);
      await close();
      return answer.hits.map(({ passage, how }) => `${passage.episodeSlug} ${how}`);
    };
    try {
      expect(await start(concepts.embedder)).toEqual(['patisserie meaning']);
      concepts.asked.length = 0;
      const lone = {
        ...concepts.embedder,
        documentTemplate: 'They wait: perseverance. {{ doc.text }}',
      };
      // Half of what it reads is about waiting now: pastry comes no nearer than before, the rest stays away.
      expect(await start(lone)).toEqual(['patisserie meaning']);
      expect(concepts.asked.filter((text) => text.startsWith('They wait'))).not.toEqual([]);
      concepts.asked.length = 0;
      await start(lone);
      expect(concepts.asked.filter((text) => text.startsWith('They wait'))).toEqual([]);
    } finally {
      await library.close();
    }
  });
});
