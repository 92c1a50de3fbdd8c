import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms, tokenise } from '@/lib/search/normalise';

describe('search tokens', () => {
  it.each([
    ['Hello, World!', ['hello', 'world']],
    ["don’t don't dont", ['dont', 'dont', 'dont']],
    ['Café MÁLAGA', ['cafe', 'malaga']],
    ['state-of-the-art', ['state', 'of', 'the', 'art']],
    ['ﬁne ½ Ⅳ', ['fine', '1', '2', 'iv']],
    ['日本語 text', ['日', '本', '語', 'text']],
    ['GPT4は良い', ['gpt4', 'は', '良', 'い']],
    ['हिन्दी', ['हिन्दी']],
    ['한국어', ['한국어']],
    ['🎬 … —', []],
  ])('of %s', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('know where they stand', () => {
    const text = 'Say “Don’t” — naïve 日本!';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Say',
      'Don’t',
      'naïve',
      '日',
      '本',
    ]);
  });

  it('ascend, lie within the text, and are the same when taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let before = 0;
        for (const { form, start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(before === 0 ? 0 : Math.min(before, start));
          before = end;
          expect(forms(form).join('')).toBe(form);
        }
      }),
    );
  });
});
