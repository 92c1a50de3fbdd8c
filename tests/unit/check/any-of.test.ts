import { describe, expect, it } from 'vitest';
import { anyOf } from '@/lib/search/engines/sqlite/any-of';

const counts = {
  passages: 1000,
  of: new Map([
    ['the', 900],
    ['world', 60],
    ['model', 20],
    ['rare', 1],
  ]),
};

describe('the expression for any of some words', () => {
  it('has the telling words, rarest first, and neighbours; not what is in most passages by itself', () => {
    expect(anyOf(['the', 'rare', 'model'], counts)).toBe(
      'norm : ("rare" OR "model" OR "the rare model" OR "rare model" OR "the rare")',
    );
  });

  it('is nothing where the library has none of them', () => {
    expect(anyOf(['unheard', 'of'], counts)).toBeNull();
  });

  it('quotes whatever it is given', () => {
    const of = new Map([['x" OR norm : "y', 1]]);
    expect(anyOf(['x" OR norm : "y'], { passages: 10, of })).toBe('norm : ("x"" OR norm : ""y")');
  });
});
