import { describe, expect, it } from 'vitest';
import { attributionHolds } from '@/lib/check/attribution';
import { readPasted } from '@/lib/check/pasted';

/** Longer than any machine takes: a guard against quadratic work, no measure of speed. */
const HANG_MS = 60_000;

const read = (text: string) => {
  const { text: words, attribution } = readPasted(text);
  return [words, attribution];
};

describe('what was pasted', () => {
  it.each([
    ['plain words', 'it was said so', 'it was said so', null],
    ['quotation marks', '“it was said so.”', 'it was said so.', null],
    ['straight ones', '"it was said so"', 'it was said so', null],
    ['who said it', '“it was said so” — Ethan He, xAI', 'it was said so', 'Ethan He, xAI'],
    ['a hyphen for a dash', '"it was said so" - Ethan', 'it was said so', 'Ethan'],
    ['a line for who said it', 'it was said so\n— Ethan He', 'it was said so', 'Ethan He'],
    ['who said it first', 'Ethan He: “it was said so”', 'it was said so', 'Ethan He'],
    ['said in between', '“it was,” he said, “said so.”', 'it was … said so.', null],
    ['quotes within', '“he said "so be it" and left”', 'he said "so be it" and left', null],
    ['a dash within', 'it was — so to say — said', 'it was — so to say — said', null],
    [
      'a citation as Earmark copies it',
      '“it was said so” — Shawn “Swyx” Wang, A Talk (A Show)\nhttps://example.org/a?q=%22it%22#turn-1',
      'it was said so',
      'Shawn “Swyx” Wang, A Talk (A Show)',
    ],
  ])('%s', (_, pasted, words, attribution) => {
    expect(read(pasted)).toEqual([words, attribution]);
  });

  it('leaves out notes in brackets, and sees where it says that words are missing', () => {
    const { words, elidedBefore } = readPasted('it was [sic] said … so and [he] so ... [...] on');
    expect(words.map(({ form }) => form)).toEqual(['it', 'was', 'said', 'so', 'and', 'so', 'on']);
    expect(elidedBefore).toEqual([false, false, false, true, false, true, true]);
  });

  it.each([
    '"'.repeat(10_000),
    `${' \n'.repeat(5_000)}x`,
    '[" said "'.repeat(1_250),
    '- '.repeat(5_000),
  ])('is read in little time, whatever it is', (text) => {
    const start = performance.now();
    readPasted(text);
    expect(performance.now() - start).toBeLessThan(HANG_MS);
  });
});

describe('the one a quote names', () => {
  it.each([
    ['Ethan He', ['Ethan He'], true],
    ['Wang, Latent Space', ['Shawn “Swyx” Wang'], true],
    ['Elon Musk', ['Ethan He'], false],
    ['Latent Space', ['Ethan He'], null],
    ['Elon Musk', [], null],
    [null, ['Ethan He'], null],
  ])('%s among %j: %s', (named, speakers, expected) => {
    expect(attributionHolds(named, speakers, ['Latent Space'])).toBe(expected);
  });
});
