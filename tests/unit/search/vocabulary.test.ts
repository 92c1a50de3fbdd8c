import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '@/lib/search/engines/sqlite/vocabulary';
import { typosBetween } from '@/lib/search/typo';

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

  it('that resemble another are those that measuring every word finds', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aberst'), minLength: 4, maxLength: 11 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 20 }),
        word,
        fc.boolean(),
        (list, wanted, prefix) => {
          const own = buildVocabulary(list.map((form) => ({ form, passages: 1 })));
          const measured = list.filter(
            (form) => form !== wanted && typosBetween(wanted, form, prefix) !== null,
          );
          expect(own.resembling(wanted, prefix).sort()).toEqual(measured.sort());
        },
      ),
    );
  });
});
