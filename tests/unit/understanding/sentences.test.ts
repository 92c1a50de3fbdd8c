import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '@/lib/understanding/sentences';

const split = (text: string, language = 'en') =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['Dr. Lee met Mr. Dahl in the U.S. Army.', ['Dr. Lee met Mr. Dahl in the U.S. Army.']],
    ['It is 3.5 percent. Yes.', ['It is 3.5 percent.', 'Yes.']],
    ['J. R. Smith spoke. We listened.', ['J. R. Smith spoke.', 'We listened.']],
    ['No. But we tried.', ['No.', 'But we tried.']],
    ['It is No. 5 of ten.', ['It is No. 5 of ten.']],
    ['She said “Stop.” Then she left.', ['She said “Stop.”', 'Then she left.']],
    ['これは文です。次の文です。', ['これは文です。', '次の文です。']],
    ['   ', []],
  ])('of %s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('hold every character that is no white space, once and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        expect(split(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('do not mind a language that nobody speaks', () => {
    expect(split('One. Two.', 'not a tag')).toEqual(['One.', 'Two.']);
  });
});
