import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blend, type Scored } from '@/lib/search/engines/meilisearch/blend';
import { goesByMeaning } from '@/lib/search/engines/meilisearch/hybrid';
import { parseQuery, plainText } from '@/lib/search/parse-query';

const at = (id: string, score: number): Scored => ({ id, episode: 'e', score });
const ids = (list: readonly Scored[]) => list.map(({ id }) => id).join('');

describe('two rankings as one', () => {
  const words = [at('a', 1), at('b', 0.6)];
  const meaning = [at('c', 0.9), at('b', 0.8)];

  it.each([
    [0, 'abc'],
    [0.5, 'acb'],
    [0.9, 'cba'],
    [1, 'cba'],
  ])('at a ratio of %d', (ratio, order) => {
    expect(ids(blend(words, meaning, ratio))).toBe(order);
  });

  it('has words before meaning where they count the same', () => {
    expect(ids(blend([at('a', 0.8)], [at('b', 0.8)], 0.5))).toBe('ab');
  });

  it('loses nothing, repeats nothing, and keeps the order of each list at its end', () => {
    const list = fc.uniqueArray(
      fc.record({ id: fc.nat(20), score: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(list, list, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, ratio) => {
        const [a, b] = [one, other].map((given) =>
          given.map(({ id, score }) => at(String(id), score)).sort((x, y) => y.score - x.score),
        ) as [Scored[], Scored[]];
        const blended = blend(a, b, ratio).map(({ id }) => id);
        expect(new Set(blended).size).toBe(blended.length);
        expect(new Set(blended)).toEqual(new Set([...a, ...b].map(({ id }) => id)));
        expect(blend(a, [], ratio).map(({ id }) => id)).toEqual(a.map(({ id }) => id));
      }),
    );
  });
});

describe('what goes by meaning', () => {
  const goes = (q: string, { sort, typing = false }: { sort?: 'date'; typing?: boolean } = {}) =>
    goesByMeaning(parseQuery(q, { typing }), {
      page: 1,
      perPage: 20,
      semanticRatio: 0.5,
      ...(sort && { sort }),
    });

  it.each(['why bread rises', 'GPT-4', '世界モデル', 'bread', 'bread speaker:ann', 'the 5" oven'])(
    '%s does',
    (q) => expect(goes(q)).toBe(true),
  );
  it.each([
    '"why bread rises"',
    '"GPT-4" "oven"',
    'bread "the oven"',
    'bread “oven”',
    'bread -oven',
    'bread -"steam oven"',
    'speaker:ann',
    '-oven',
    '',
    '...',
  ])('%s does not', (q) => expect(goes(q)).toBe(false));
  it.each([
    ['brea', false],
    ['brea speaker:ann', false],
    ['bread ', true],
    ['why brea', true],
  ])('while it is being typed, “%s”: %s', (q, does) =>
    expect(goes(q, { typing: true })).toBe(does),
  );
  it('no order by date does, and nothing at a ratio of 0', () => {
    expect(goes('bread', { sort: 'date' })).toBe(false);
    expect(goesByMeaning(parseQuery('bread'), { page: 1, perPage: 20, semanticRatio: 0 })).toBe(
      false,
    );
    expect(goesByMeaning(parseQuery('bread'), { page: 1, perPage: 20 })).toBe(false);
  });
});

describe('what an embedder is asked', () => {
  it.each([
    ['What did Ann say about bread?', 'What did Ann say about bread?'],
    ['bread -oven -"steam engine" speaker:ann after:2026-01-01', 'bread'],
    ['the "state-of-the-art" oven', 'the state-of-the-art oven'],
    ['re:invent “quoted', 're:invent quoted'],
    ['世界モデル', '世界モデル'],
    ['after:never', 'after:never'],
  ])('%s', (q, text) => expect(plainText(q)).toBe(text));
});
