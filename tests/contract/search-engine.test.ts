import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SearchEngine, TOTAL_CAP } from '@/lib/search/engine';
import { createMeilisearchEngine } from '@/lib/search/engines/meilisearch/engine';
import { createSqliteEngine } from '@/lib/search/engines/sqlite/engine';
import { createCorrector } from '@/lib/search/glossary/corrections';
import { parseQuery } from '@/lib/search/parse-query';
import type { Filters } from '@/lib/search/query';
import { meilisearchIsThere, startMeilisearch } from './meilisearch-server';
import { BREAD, MODELS, sampleEpisode, UNDATED } from './sample-passages';

interface Candidate {
  name: string;
  start(): Promise<{ engine: SearchEngine; stop(): Promise<void> }>;
  /** Why it cannot be had, or null. */
  absent: string | null;
}

const candidates: Candidate[] = [
  {
    name: 'the embedded engine (SQLite)',
    absent: null,
    async start() {
      const folder = mkdtempSync(path.join(tmpdir(), 'earmark-search-'));
      const engine = createSqliteEngine({ path: path.join(folder, 'search.db') });
      return { engine, stop: async () => rmSync(folder, { recursive: true, force: true }) };
    },
  },
  {
    name: 'Meilisearch',
    absent: meilisearchIsThere() ? null : 'no "meilisearch" on PATH and no MEILI_HOST',
    async start() {
      const server = await startMeilisearch();
      const engine = createMeilisearchEngine({ ...server, prefix: `contract_${process.pid}_` });
      return { engine, stop: server.stop };
    },
  },
];

for (const { name, absent, start } of candidates) {
  if (absent !== null) {
    console.warn(`\n  SKIPPED: the search contract was NOT run against ${name}: ${absent}.\n`);
  }
  describe.skipIf(absent !== null)(`a search engine: ${name}`, () => {
    let engine: SearchEngine;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      ({ engine, stop } = await start());
      await engine.prepare();
      for (const sample of [BREAD, MODELS, UNDATED])
        await engine.replaceEpisode(sampleEpisode(sample));
    }, 60_000);
    afterAll(async () => {
      await engine?.close();
      await stop?.();
    });

    interface Options {
      typing?: boolean;
      filters?: Partial<Filters>;
      page?: number;
      perPage?: number;
      sort?: 'relevance' | 'date';
      byEpisode?: boolean;
    }
    const ask = (q: string, { typing, filters, page = 1, perPage = 20, ...how }: Options = {}) =>
      engine.search(parseQuery(q, { typing: typing ?? false, filters: filters ?? {} }), {
        page,
        perPage,
        ...how,
      });
    /** Which passages are found, as "episode-turn", in the order of their names. */
    const found = async (q: string, options?: Options) => {
      const { hits, total } = await ask(q, options);
      expect(total).toBe(hits.length);
      return hits.map(({ passage }) => `${passage.episodeId}-${passage.turn}`).sort();
    };
    const best = async (q: string) => {
      const [hit] = (await ask(q)).hits;
      return hit && `${hit.passage.episodeId}-${hit.passage.turn}`;
    };
    const marked = async (q: string, options?: Options) =>
      (await ask(q, options)).hits.flatMap(({ passage, matches }) =>
        matches.map(({ start, end }) => passage.text.slice(start, end)),
      );

    describe('what a glossary corrects', () => {
      const heard = {
        ...UNDATED,
        id: 8,
        title: 'Misheard',
        sections: {
          Tape: [
            ['Bo Dahl', 'We tried Garcia Magic on Tuesday, and Vue3.'],
            ['Bo Dahl', 'It was never Garcia.'],
          ] as [string, string][],
        },
      };
      beforeAll(async () => {
        const { passages, ...episode } = sampleEpisode(heard);
        const correct = createCorrector([
          { term: 'Grok Imagine', heard: 'Garcia Magic' },
          { term: 'Veo 3', heard: 'Vue3' },
        ]);
        const corrected = passages.map((passage) => ({
          ...passage,
          corrections: correct(passage.text),
        }));
        await engine.replaceEpisode({ ...episode, passages: corrected });
      });
      afterAll(() => engine.removeEpisode(8));

      it('is found by what was meant, and the words that stand for it are marked', async () => {
        expect(await found('grok imagine')).toEqual(['8-0']);
        expect(await marked('grok imagine')).toEqual(['Garcia Magic']);
        expect(await marked('veo 3')).toEqual(['Vue3']);
        const [hit] = (await ask('imagine')).hits;
        expect(hit).toMatchObject({ how: 'words', passage: { text: heard.sections.Tape[0]?.[1] } });
      });

      it('is found by what stands there, too', async () => {
        expect(await found('garcia')).toEqual(['8-0', '8-1']);
        expect(await found('"tried garcia magic on"')).toEqual(['8-0']);
      });

      it('is part of phrases and of exclusions in both readings', async () => {
        expect(await marked('"tried grok imagine on tuesday"')).toEqual([
          'tried Garcia Magic on Tuesday',
        ]);
        expect(await found('"vue3 we tried"')).toEqual([]);
        expect(await found('"garcia imagine"')).toEqual([]);
        expect(await found('garcia -imagine')).toEqual(['8-1']);
        expect(await found('imagine -garcia')).toEqual([]);
      });
    });

    describe('questions and answers', () => {
      it('asked:name finds what that person asked', async () => {
        expect(await found('asked:dee')).toEqual(['2-1']);
        expect(await found('asked:cy')).toEqual([]);
        expect(await found('model asked:dee')).toEqual(['2-1']);
      });

      it('answered:name finds what that person answered', async () => {
        expect(await found('answered:cy')).toEqual(['2-2']);
        expect(await found('captions answered:"Cy Lee"')).toEqual(['2-2']);
        expect(await found('answered:ann')).toEqual([]);
      });

      it('an answer brings the question it answers', async () => {
        const [answer] = (await ask('captions')).hits;
        expect(answer?.passage.question).toEqual({
          speaker: 'Dee Oh',
          text: 'So the model of the world is learned from video?',
        });
        const [other] = (await ask('sourdough')).hits;
        expect(other?.passage).toMatchObject({ question: null, asks: false });
      });
    });

    describe('orders', () => {
      const episodes = async (q: string, options: Options) =>
        (await ask(q, options)).hits.map(({ passage }) => `${passage.episodeId}-${passage.turn}`);

      it('by date: the newest episodes first, each in its own order, undated ones last', async () => {
        expect(await episodes('bread', { sort: 'date' })).toEqual(['2-5', '1-2', '3-0']);
        expect(
          await episodes('', { filters: { speaker: [{ words: ['ann'] }] }, sort: 'date' }),
        ).toEqual(['2-5', '1-0', '1-2', '1-4', '3-0']);
      });

      it('by date without words wrongly typed getting in between', async () => {
        expect(await episodes('fermentatoin', { sort: 'date' })).toEqual(['1-5']);
      });

      it('by episode: each with its best moments, and how many more there are', async () => {
        const { hits, episodes: grouped, total } = await ask('world', { byEpisode: true });
        expect(total).toBe(5);
        expect(grouped?.total).toBe(2);
        expect(grouped?.shown.map(({ slug, total: own }) => [slug, own]).sort()).toEqual([
          ['bread-and-time', 1],
          ['world-models-explained', 4],
        ]);
        const slugs = hits.map(({ passage }) => passage.episodeSlug);
        expect(slugs.filter((slug) => slug === 'world-models-explained')).toHaveLength(3);
        expect(slugs).toEqual([...slugs].sort((a, b) => slugs.indexOf(a) - slugs.indexOf(b)));
      });

      it('by episode: pages count episodes, phrases are verified all the same', async () => {
        const second = await ask('world', { byEpisode: true, perPage: 1, page: 2 });
        expect(second.episodes?.shown).toHaveLength(1);
        expect((await ask('world', { byEpisode: true, perPage: 1, page: 3 })).hits).toEqual([]);
        const phrase = await ask('"world model"', { byEpisode: true });
        expect(phrase.episodes).toEqual({
          total: 1,
          shown: [{ slug: 'world-models-explained', total: 2 }],
        });
        expect(phrase.hits).toHaveLength(2);
      });
    });

    describe('words', () => {
      it('are found in any order, and all of them must be there', async () => {
        expect(await found('steam crust')).toEqual(['1-2']);
        expect(await found('crust steam')).toEqual(['1-2']);
        expect(await found('steam sourdough')).toEqual([]);
      });

      it('match whatever their case and accents', async () => {
        expect(await found('WELCOME')).toEqual(['1-0']);
        expect(await found('cafe malaga')).toEqual(['1-4']);
        expect(await found('Café Málaga')).toEqual(['1-4']);
      });

      it('match whatever their apostrophes', async () => {
        for (const q of ['don’t open', "don't open", 'dont open'])
          expect(await found(q)).toEqual(['1-2']);
      });

      it('with hyphens mean their parts side by side', async () => {
        expect(await found('world-model')).toEqual(['2-0', '2-2']);
        expect(await found('state-of-the-art')).toEqual(['1-4']);
      });

      it('may be numbers', async () => {
        expect(await found('230')).toEqual(['1-3']);
        expect(await found('3.5')).toEqual(['1-3']);
        expect(await found('gpt-4')).toEqual(['2-2']);
      });

      it('of one letter match whole words only', async () => {
        expect(await found('i')).toEqual(['2-5']);
      });

      it('in scripts without spaces match where their signs stand side by side', async () => {
        expect(await found('日本語')).toEqual(['2-3']);
        expect(await found('世界')).toEqual(['2-3']);
        expect(await found('界世')).toEqual([]);
      });

      it('may be more than ten', async () => {
        const q = 'the oven steam makes the crust and the crust makes the bread open';
        expect(await found(q)).toEqual(['1-2']);
        expect(await found(`${q} sourdough`)).toEqual([]);
      });

      it('stand first where they stand together', async () => {
        expect(await best('world model')).toMatch(/^2-[02]$/);
      });
    });

    describe('the word being typed', () => {
      it('finds what begins with it', async () => {
        expect(await found('sourd', { typing: true })).toEqual(['1-0']);
        expect(await found('long ferm', { typing: true })).toEqual(['1-5']);
      });

      it('is only the last one', async () => {
        expect(await found('ferm long', { typing: true })).toEqual([]);
      });

      it('is finished by a space', async () => {
        expect(await found('sourd ', { typing: true })).toEqual([]);
      });

      it('is whole where nobody types', async () => {
        expect(await found('sourd')).toEqual([]);
      });

      it('may be a phrase that is not closed yet', async () => {
        expect(await found('"hello wor', { typing: true })).toEqual(['1-1']);
      });
    });

    describe('phrases', () => {
      it('are found across punctuation', async () => {
        expect(await found('"hello world"')).toEqual(['1-1']);
        expect(await found('"the crust and the crust"')).toEqual(['1-2']);
        expect(await found('"flavour fermentation"')).toEqual(['1-5']);
      });

      it('are not found where the words stand otherwise', async () => {
        expect(await found('"world hello"')).toEqual([]);
        expect(await found('"model world"')).toEqual([]);
        expect(await found('"world models"')).toEqual([]);
        expect(await found('"what the world"')).toEqual([]);
      });

      it('may be long', async () => {
        expect(await found('"a world model predicts what happens next in the world"')).toEqual([
          '2-0',
        ]);
        expect(await found('"a world model predicts what happens in the world"')).toEqual([]);
      });

      it('of one word take it as it is', async () => {
        expect(await found('"model"')).toEqual(['2-0', '2-1', '2-2']);
        expect(await found('"modle"')).toEqual([]);
      });

      it('may be typed in curly quotes', async () => {
        expect(await found('“hello world”')).toEqual(['1-1']);
      });
    });

    describe('exclusion', () => {
      it('of a word', async () => {
        expect(await found('bread -oven')).toEqual(['2-5', '3-0']);
      });

      it('of a phrase', async () => {
        expect(await found('world -"world model"')).toEqual(['1-1', '2-1', '2-4']);
      });

      it('means the whole word', async () => {
        expect(await found('steam -engine')).toEqual(['1-2', '2-4']);
      });

      it('alone finds nothing', async () => {
        expect(await found('-bread')).toEqual([]);
      });

      it('narrows a filter', async () => {
        expect(await found('speaker:"bo dahl" -fermentation')).toEqual(['1-1', '1-3']);
      });

      it('needs a space before it', async () => {
        expect(await found('state-of')).toEqual(['1-4']);
      });
    });

    describe('filters', () => {
      it('by speaker', async () => {
        expect(await found('bread speaker:ann')).toEqual(['1-2', '2-5', '3-0']);
        expect(await found('speaker:dahl')).toEqual(['1-1', '1-3', '1-5']);
        expect(await found('bread speaker:nobody')).toEqual([]);
      });

      it('by several speakers, either of whom will do', async () => {
        expect(await found('steam speaker:ann speaker:cy')).toEqual(['1-2', '2-4']);
      });

      it('by the words of one name, all of which must be in it', async () => {
        expect(await found('bread speaker:"ann smith"')).toEqual(['3-0']);
        // By another spelling of the same person's.
        expect(await found('bread speaker:annie')).toEqual(['3-0']);
        const [hit] = (await ask('bread speaker:"annie smith"')).hits;
        expect(hit?.passage.speakerSpellings).toEqual(['Annie Lee-Smith']);
      });

      it('by the very slug', async () => {
        expect(await found('bread', { filters: { speaker: [{ slug: 'ann-lee' }] } })).toEqual([
          '1-2',
          '2-5',
        ]);
      });

      it('by show, episode and section', async () => {
        expect(await found('bread show:deep')).toEqual(['2-5', '3-0']);
        expect(await found('bread episode:"lost tape"')).toEqual(['3-0']);
        expect(await found('section:steam bread')).toEqual(['1-2', '2-5']);
      });

      it('by date, from and up to the day itself', async () => {
        expect(await found('bread after:2026-03-02')).toEqual(['2-5']);
        expect(await found('bread after:2026-06-01')).toEqual(['2-5']);
        expect(await found('bread before:2026-03-01')).toEqual(['1-2']);
        expect(await found('bread after:2026-03-01 before:2026-06-01')).toEqual(['1-2', '2-5']);
      });

      it('may stand alone', async () => {
        expect(await found('episode:lost')).toEqual(['3-0']);
        expect(await found('after:2026-06-01 section:engines')).toEqual(['2-4', '2-5']);
      });

      it('that are none are words', async () => {
        expect(await found('after:bread')).toEqual([]);
        expect(await found('hello:world')).toEqual(['1-1']);
      });
    });

    describe('typos', () => {
      it('are forgiven in longer words', async () => {
        expect(await found('sourdugh')).toEqual(['1-0']);
        expect(await found('fermentaton flavour')).toEqual(['1-5']);
        expect(await found('distilation')).toEqual(['2-5']);
      });

      it('may be two in long words', async () => {
        expect(await found('fermentatoin')).toEqual(['1-5']);
        expect(await found('fermentetian')).toEqual(['1-5']);
      });

      it('are not forgiven in short words', async () => {
        expect(await found('ovem')).toEqual([]);
      });

      it('are not forgiven in numbers', async () => {
        expect(await found('23000')).toEqual([]);
        expect(await found('231')).toEqual([]);
      });

      it('stand behind what was written right', async () => {
        expect(await best('model')).not.toBe('2-4');
        expect(await best('models')).toMatch(/^2-[45]$/);
      });

      it('are marked where they are', async () => {
        expect(await marked('sourdugh')).toEqual(['sourdough']);
      });
    });

    describe('matches', () => {
      it('are the very words of the text', async () => {
        expect(await marked('cafe')).toEqual(['café']);
        expect(await marked('dont')).toEqual(['Don’t']);
        expect(await marked('"hello world"')).toEqual(['Hello, world']);
        expect(await marked('sourd', { typing: true })).toEqual(['sourdough']);
      });

      it('ascend and do not overlap', async () => {
        const { hits } = await ask('the crust makes');
        for (const { matches } of hits) {
          for (const [i, { start, end }] of matches.entries()) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(matches[i - 1]?.end ?? 0);
          }
        }
      });
    });

    describe('hits', () => {
      it('bring everything along that a reader is shown', async () => {
        const { hits } = await ask('"hello world"');
        expect(hits[0]?.passage).toEqual(sampleEpisode(BREAD).passages[1]);
      });

      it('say when nobody knows who speaks', async () => {
        const { hits } = await ask('music plays');
        expect(hits[0]?.passage).toMatchObject({ speakerSlug: null, speakerName: null });
      });

      it('carry the text as it is, markup and all', async () => {
        const { hits } = await ask('softly');
        expect(hits[0]?.passage.text).toBe('Music plays <b>softly</b> & fades "out".');
      });
    });

    describe('what was typed', () => {
      it.each([
        ['nothing', ''],
        ['white space', '  \n '],
        ['punctuation', '?! ... ()'],
        ['an emoji', '🎬'],
        ['a lone quote', '"'],
        ['a lone minus', '-'],
        ['an operator without a value', 'speaker:'],
      ])('finds nothing where it is %s', async (_, q) => {
        const { total, hits } = await ask(q);
        expect(hits).toHaveLength(total);
        expect(total).toBe(0);
      });

      it.each([
        'bread" OR norm:"',
        'norm:bread',
        'bread AND',
        'NEAR(bread oven)',
        'bread*',
        '^bread',
        'bread) OR (1=1',
        "'; DROP TABLE passages; --",
        'speaker:"x\\" OR speakerSlug EXISTS OR \\"" bread',
        'speakerSlug = "ann-lee"',
        'bread\u0000oven',
        '<mark>bread</mark>',
      ])('is never syntax: %s', async (q) => {
        const { hits } = await ask(q);
        for (const { passage } of hits) expect(passage.text.toLowerCase()).toContain('bread');
        expect(await found('"hello world"')).toEqual(['1-1']);
      });

      it('may be very long', async () => {
        expect((await ask('bread '.repeat(1_000))).hits.length).toBeLessThanOrEqual(4);
        expect(await found('x'.repeat(10_000))).toEqual([]);
      });
    });

    describe('facets', () => {
      it('count what was found, by speaker, show, episode and year', async () => {
        const { facets } = await ask('bread');
        expect(facets).toEqual({
          speakers: [
            { value: 'ann-lee', label: 'Ann Lee', count: 2 },
            { value: 'ann-lee-smith', label: 'Ann Lee Smith', count: 1 },
          ],
          shows: [
            { value: 'deep-talk', label: 'Deep Talk', count: 2 },
            { value: 'slow-kitchen', label: 'Slow Kitchen', count: 1 },
          ],
          episodes: expect.arrayContaining([{ value: 'lost-tape', label: 'Lost tape', count: 1 }]),
          years: [{ value: '2026', label: '2026', count: 2 }],
        });
      });

      it('count verified phrases only', async () => {
        const { facets } = await ask('"world model"');
        expect(facets.speakers).toEqual([{ value: 'cy-lee', label: 'Cy Lee', count: 2 }]);
      });
    });

    describe('pages', () => {
      it('share out the hits without a gap and without repetition', async () => {
        const all = (await ask('bread')).hits.map(({ passage }) => passage.id);
        const pages = await Promise.all(
          [1, 2, 3].map((page) => ask('bread', { page, perPage: 1 })),
        );
        expect(pages.flatMap(({ hits }) => hits.map(({ passage }) => passage.id))).toEqual(all);
        expect(pages.map(({ total }) => total)).toEqual([3, 3, 3]);
      });

      it('are empty beyond the last', async () => {
        const { hits, total } = await ask('bread', { page: 50 });
        expect([hits.length, total]).toEqual([0, 3]);
      });
    });

    describe('keeping in step', { timeout: 30_000 }, () => {
      const NEW = {
        ...UNDATED,
        id: 9,
        title: 'New arrival',
        sections: { One: [['Zoe', 'Zebras drink water.'] as [string, string]] },
      };

      it('knows what it holds', async () => {
        expect(await engine.contents()).toEqual(new Map([1, 2, 3].map((id) => [id, `hash-${id}`])));
      });

      it('finds an episode as soon as it was told of it, and never what was replaced', async () => {
        await engine.replaceEpisode(sampleEpisode(NEW));
        expect(await found('zebras')).toEqual(['9-0']);
        const changed = {
          ...NEW,
          sections: { One: [['Zoe', 'Giraffes drink water.'] as [string, string]] },
        };
        await engine.replaceEpisode(sampleEpisode(changed, 'changed'));
        expect(await found('zebras')).toEqual([]);
        expect(await found('giraffes')).toEqual(['9-0']);
        expect((await engine.contents()).get(9)).toBe('changed');
      });

      it('drops the passages that an episode no longer has', async () => {
        const longer = {
          ...NEW,
          sections: {
            One: [
              ['Zoe', 'One lion.'],
              ['Zoe', 'Two lions.'],
            ] as [string, string][],
          },
        };
        await engine.replaceEpisode(sampleEpisode(longer, 'longer'));
        expect(await found('two lions')).toEqual(['9-1']);
        await engine.replaceEpisode(sampleEpisode(NEW));
        expect(await found('lions')).toEqual([]);
      });

      it('forgets an episode, and does not mind one that it never knew', async () => {
        await engine.replaceEpisode(sampleEpisode(NEW));
        await engine.removeEpisode(9);
        await engine.removeEpisode(12_345);
        expect(await found('zebras')).toEqual([]);
        expect((await engine.contents()).has(9)).toBe(false);
      });

      it('rebuilds as a whole while searches go on', async () => {
        const seen: number[] = [];
        let building = true;
        const searching = (async () => {
          while (building) {
            seen.push((await ask('bread')).total);
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
        })();
        await engine.rebuild(
          (async function* () {
            for (const sample of [BREAD, MODELS, UNDATED]) {
              await new Promise((resolve) => setTimeout(resolve, 30));
              yield sampleEpisode(sample);
            }
          })(),
        );
        building = false;
        await searching;
        expect(new Set(seen)).toEqual(new Set([3]));
        expect([...(await engine.contents()).keys()].sort()).toEqual([1, 2, 3]);
        expect(await found('zebras')).toEqual([]);
      }, 30_000);

      it('rebuilds from nothing to nothing', async () => {
        const before = [BREAD, MODELS, UNDATED].map((sample) => sampleEpisode(sample));
        await engine.rebuild((async function* () {})());
        expect(await found('bread')).toEqual([]);
        await engine.rebuild(
          (async function* () {
            yield* before;
          })(),
        );
        expect(await found('bread')).toEqual(['1-2', '2-5', '3-0']);
      }, 30_000);
    });

    it('counts exactly up to the cap, and says when there are more', async () => {
      const many = (id: number, count: number) =>
        sampleEpisode({
          ...UNDATED,
          id,
          title: `Many ${id}`,
          sections: {
            All: Array.from({ length: count }, (_, i): [string, string] => [
              'Zoe',
              `walrus number n${i}`,
            ]),
          },
        });
      await engine.replaceEpisode(many(20, TOTAL_CAP));
      expect(await ask('walrus')).toMatchObject({ total: TOTAL_CAP, totalIsExact: true });
      await engine.replaceEpisode(many(21, 5));
      expect(await ask('walrus')).toMatchObject({ total: TOTAL_CAP, totalIsExact: false });
      expect((await ask('walrus', { page: TOTAL_CAP / 20 })).hits).toHaveLength(20);
      expect((await ask('walrus', { page: TOTAL_CAP / 20 + 1 })).hits).toHaveLength(0);
      await engine.removeEpisode(20);
      await engine.removeEpisode(21);
    }, 30_000);
  });
}
