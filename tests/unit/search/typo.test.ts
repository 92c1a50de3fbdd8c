import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '@/lib/search/engines/sqlite/vocabulary';
import { osaDistance, typosBetween } from '@/lib/search/typo';

describe('optimal string alignment distance', () => {
  it.each([
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['bread', 'braed', 1],
    ['ca', 'abc', 3],
    ['same', 'same', 0],
  ])('%s → %s', (a, b, distance) => {
    expect(osaDistance(a, b, 5)).toBe(distance);
    expect(osaDistance(b, a, 5)).toBe(distance);
  });

  it('stops counting beyond the limit', () => {
    expect(osaDistance('kitten', 'sitting', 1)).toBe(2);
  });
});

describe('typos', () => {
  it.each([
    ['bread', 'braed', 1],
    ['bread', 'broads', null],
    ['bread', 'tread', null],
    ['distillation', 'desolation', null],
    ['distillation', 'distilation', 1],
    ['distillation', 'bistillation', 2],
    ['oven', 'even', null],
    ['12345', '12346', null],
  ])('%s read as %s: %s', (wanted, other, typos) => {
    expect(typosBetween(wanted, other)).toBe(typos);
  });

  it('may lie within what is typed so far', () => {
    expect(typosBetween('ferme', 'fermentation', true)).toBe(0);
    expect(typosBetween('fremen', 'fermentation', true)).toBe(1);
  });
});

describe('the vocabulary', () => {
  it('finds what an exhaustive search finds', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'ß'),
      minLength: 3,
      maxLength: 11,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 24 }),
        word,
        fc.boolean(),
        (words, wanted, prefix) => {
          const vocabulary = buildVocabulary(words.map((form) => ({ form, passages: 1 })));
          const expected = words.filter(
            (other) => other !== wanted && typosBetween(wanted, other, prefix) !== null,
          );
          expect(vocabulary.resembling(wanted, prefix).sort()).toEqual(expected.sort());
        },
      ),
    );
  });

  it('puts fewer typos first, then the more frequent', () => {
    const words = { fermentation: 1, fermentating: 9, fermentattion: 5 };
    const vocabulary = buildVocabulary(
      Object.entries(words).map(([form, passages]) => ({ form, passages })),
    );
    expect(vocabulary.resembling('fermentaton', false)).toEqual([
      'fermentation',
      'fermentating',
      'fermentattion',
    ]);
  });
});
