import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '@/lib/ingest/compose';
import type { SearchEngine } from '@/lib/search/engine';
import { createMeilisearchEngine } from '@/lib/search/engines/meilisearch/engine';
import { createSqliteEngine } from '@/lib/search/engines/sqlite/engine';
import { parseQuery } from '@/lib/search/parse-query';
import type { Passage } from '@/lib/search/passage';
import { createSearcher } from '@/lib/search/searcher';
import { meilisearchIsThere, startMeilisearch } from './meilisearch-server';
import { sampleEpisode } from './sample-passages';

/** The seed's turns as passages: a machine wrote it down, and misheard the names. */
function seedPassages(): Passage[] {
  const seeds = path.resolve(import.meta.dirname, '../../seeds');
  const file = readdirSync(seeds).find((name) => name.endsWith('.txt')) ?? '';
  const location = path.join(seeds, file);
  const { record } = compose({ location, bytes: readFileSync(location) }, { speakers: [] });
  return record.turns.map((turn, position) => ({
    id: `1-${position}-0`,
    episodeId: 1,
    episodeSlug: record.slug,
    episodeTitle: record.title,
    showSlug: record.show.slug,
    showTitle: record.show.title,
    date: record.date,
    sectionSlug: null,
    sectionTitle: null,
    sectionStartMs: null,
    speakerSlug: record.speakers[turn.speaker ?? 0]?.slug ?? null,
    speakerName: record.speakers[turn.speaker ?? 0]?.name ?? null,
    turn: position,
    turnId: turn.anchor,
    offset: 0,
    startMs: turn.startMs,
    timing: turn.timing,
    text: turn.text,
    asks: turn.text.includes('?'),
    question: null,
  }));
}

/** Names that a machine knows not, each beside words that many say, and many words that sound like them. */
const NAMES = sampleEpisode({
  id: 2,
  title: 'Names',
  show: 'Naming',
  date: null,
  sections: {
    Names: [
      ['Host', 'Today we talk about the shamir share, and how it is kept.'],
      ['Host', 'They run as phoenix on a telephone, and pay with it.'],
      ['Host', 'I say more about wasabi wallet and its mixes.'],
      ['Host', 'He could get it after using joinmarket right away.'],
      ['Host', 'The whole history from david chaum to now.'],
      ...Array.from({ length: 400 }, (_, i): [string, string] => [
        'Guest',
        `The ${['shammer', 'shimmer', 'chimera', 'camera', 'venice', 'finesse', 'vanish', 'sheer', 'chum', 'charm'][i % 10]} is a thing that we share on a day like number ${i}.`,
      ]),
    ],
  },
});

const primaries = [
  { name: 'the embedded engine (SQLite)', absent: null },
  {
    name: 'Meilisearch',
    absent: meilisearchIsThere() ? null : 'no "meilisearch" on PATH and no MEILI_HOST',
  },
];

for (const { name, absent } of primaries) {
  if (absent !== null)
    console.warn(`\n  SKIPPED: sounds were NOT looked for behind ${name}: ${absent}.\n`);
  describe.skipIf(absent !== null)(`what was misheard, behind ${name}`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earmark-sound-'));
    const engine = createSqliteEngine({ path: path.join(folder, 'search.db') });
    let searcher = createSearcher(engine, engine);
    let stop = async () => {};
    const heard = async (q: string) => {
      const query = parseQuery(q);
      const { answer } = await searcher.search(query, { page: 1, perPage: 100 });
      const sounds = answer.hits.filter(({ how }) => how === 'sound');
      // Whatever sounds alike comes last.
      const first = answer.hits.findIndex(({ how }) => how === 'sound');
      if (first >= 0) expect(answer.hits.length - first).toBe(sounds.length);
      return sounds.flatMap(({ passage, matches }) =>
        matches.map(({ start, end }) => passage.text.slice(start, end)),
      );
    };

    beforeAll(async () => {
      const engines: SearchEngine[] = [engine];
      if (name === 'Meilisearch') {
        const server = await startMeilisearch();
        const primary = createMeilisearchEngine({ ...server, prefix: `sound_${process.pid}_` });
        await primary.prepare();
        engines.push(primary);
        searcher = createSearcher(primary, engine);
        stop = async () => {
          await primary.close();
          await server.stop();
        };
      }
      for (const each of engines) {
        await each.replaceEpisode({ episodeId: 1, contentHash: 'seed', passages: seedPassages() });
        await each.replaceEpisode(NAMES);
      }
    }, 60_000);
    afterAll(async () => {
      await stop();
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each([
      ['grok imagine', 'Garcia Magic'],
      ['grok imagine', 'Crockett mid gen'],
      ['veo 3', 'Vue3'],
      ['gemini omni', 'Chamney Omni'],
    ])('%s is found as “%s”', async (q, misheard) => {
      expect(await heard(q)).toContain(misheard);
    });

    it('“desolation” is found for distillation, in a turn that says both', async () => {
      const { answer } = await searcher.search(parseQuery('distillation'), {
        page: 1,
        perPage: 100,
      });
      expect(answer.hits.some(({ passage }) => passage.text.includes('desolation'))).toBe(true);
    });

    it('is not looked for where much is found as written, nor for phrases', async () => {
      expect(await heard('model')).toEqual([]);
      expect(await heard('"grok imagine"')).toEqual([]);
    });

    it('does not drown anybody: words that nothing sounds like find nothing', async () => {
      for (const q of ['zeppelin', 'parliamentary committee', 'xylophone', 'bread']) {
        expect((await heard(q)).length, q).toBeLessThanOrEqual(5);
      }
    });

    it('is looked for beside what is similar in meaning, and says no passage twice', async () => {
      const query = parseQuery('grok imagine');
      const all = { page: 1, perPage: 100 };
      const { answer } = await searcher.search(query, all);
      const similar = answer.hits.filter(({ how }) => how === 'sound').slice(0, 1);
      expect(similar.length).toBe(1);
      const ids = similar.map(({ passage }) => passage.id);
      const written = answer.hits.filter(({ how }) => how !== 'sound');
      const byMeaning: SearchEngine = {
        ...engine,
        name: 'meilisearch',
        search: async () => ({
          ...answer,
          hits: [
            ...similar.map((hit) => ({ ...hit, matches: [], how: 'meaning' as const })),
            ...written,
          ],
          total: written.length + similar.length,
          meaning: { ids, failure: null },
        }),
      };
      const both = (await createSearcher(byMeaning, engine).search(query, all)).answer;
      const found = both.hits.map(({ passage }) => passage.id);
      expect(found.toSorted()).toEqual(answer.hits.map(({ passage }) => passage.id).toSorted());
      expect(both.total).toBe(answer.total);
      expect(
        both.hits.filter(({ how }) => how === 'meaning').map(({ passage }) => passage.id),
      ).toEqual(ids);
    });

    it('keeps to exclusions and filters', async () => {
      expect(await heard('gemini omni speaker:nobody')).toEqual([]);
      expect(await heard('gemini omni speaker:ethan')).toContain('Chamney Omni');
    });

    it.each([
      ['the shemmir share', 'shamir'],
      ['as fenecks on', 'phoenix'],
      ['as fee nicks on', 'phoenix'],
      ['about wasabiwallet', 'wasabi wallet'],
      ['using join market right', 'joinmarket'],
      ['from davit chome', 'david chaum'],
      ['the whole history from david chawm', 'chaum'],
    ])(
      '“%s” is found beside its other words, before all that sounds like it: “%s”',
      async (q, said) => {
        const { answer } = await searcher.search(parseQuery(q), { page: 1, perPage: 10 });
        const [best] = answer.hits;
        expect(best?.passage.text).toContain(said);
        expect(
          best?.matches.map(({ start, end }) => best.passage.text.slice(start, end)).join(' '),
        ).toContain(said);
      },
    );
  });
}
