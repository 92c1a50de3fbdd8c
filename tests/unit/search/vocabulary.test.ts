import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '@/lib/search/engines/sqlite/vocabulary';
import { osaDistance, typosBetween } from '@/lib/search/typo';

const words = ['the', 'then', 'there', 'these', 'thermal', 'other'];
const vocabulary = buildVocabulary(words.map((form, i) => ({ form, passages: 60 - 10 * i })));

describe('the words of the corpus', () => {
  it('that begin so are the frequent ones, as many as it takes', () => {
    expect(vocabulary.beginning('the', 100)).toEqual(['the', 'then']);
    expect(vocabulary.beginning('the', 111)).toEqual(['the', 'then', 'there']);
  });

  it('that begin so are not told where all of them are said too seldom', () => {
    expect(vocabulary.beginning('the', 1_000)).toBeNull();
    expect(vocabulary.beginning('q', 1)).toBeNull();
  });

  const letters = 'aberst';
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 11 });
  /** A word, and words that were made from it by a few typos and another ending. */
  const alike = word.chain((wanted) => {
    const typo = fc.tuple(
      fc.nat({ max: wanted.length }),
      fc.nat({ max: 2 }),
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 2 }),
    );
    const other = fc
      .tuple(fc.array(typo, { maxLength: 3 }), fc.oneof(fc.constant(''), word))
      .map(([typos, ending]) => {
        const changed = typos.reduce(
          (form, [at, out, put]) => form.slice(0, at) + put + form.slice(at + out),
          wanted,
        );
        return changed + ending;
      })
      .filter((form) => form.length > 0);
    return fc.tuple(fc.constant(wanted), fc.uniqueArray(other, { maxLength: 20 }));
  });
  const vocabularyOf = (list: readonly string[]) =>
    buildVocabulary(list.map((form) => ({ form, passages: 1 })));

  it('that resemble another are those that measuring every word finds', () => {
    fc.assert(
      fc.property(alike, fc.boolean(), ([wanted, list], prefix) => {
        const measured = list.filter(
          (form) => form !== wanted && typosBetween(wanted, form, prefix) !== null,
        );
        expect(vocabularyOf(list).resembling(wanted, prefix).sort()).toEqual(measured.sort());
      }),
    );
  });

  it('that are offered for another are those that measuring every word finds', () => {
    fc.assert(
      fc.property(alike, ([wanted, list]) => {
        const limit = Math.max(1, Math.ceil(wanted.length / 3));
        const measured = list.filter(
          (form) => osaDistance(wanted, form, limit) + (form[0] === wanted[0] ? 0 : 1) <= limit,
        );
        const found = vocabularyOf(list).spellings(wanted, 20).sort();
        expect(found).toEqual(list.includes(wanted) ? [wanted] : measured.sort());
      }),
    );
  });

  it('are ordered by typos, then the most frequent first', () => {
    const own = buildVocabulary([
      { form: 'distillating', passages: 9 },
      { form: 'distilation', passages: 2 },
      { form: 'destillation', passages: 5 },
    ]);
    expect(own.resembling('distillation', false)).toEqual([
      'destillation',
      'distilation',
      'distillating',
    ]);
  });

  it('are found where a question is absurdly long', () => {
    expect(vocabulary.resembling('the'.repeat(4_000), true)).toEqual([]);
  });
});
