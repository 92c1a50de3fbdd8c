import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchGap } from '@/lib/timing/match-gap';
import { matchWords } from '@/lib/timing/match-words';
import { soundsAlike, spokenWords } from '@/lib/timing/spoken-words';

const word = fc.constantFrom(...'the a bread oven and so we you rye dough heat it'.split(' '));
const speech = fc.array(word, { maxLength: 150 });

describe('words of two texts', () => {
  it('are paired in order on both sides, whatever they are', () => {
    fc.assert(
      fc.property(speech, speech, (spoken, heard) => {
        let [a, b] = [-1, -1];
        for (const pair of matchWords(spoken, heard)) {
          expect(pair.spoken).toBeGreaterThan(a);
          expect(pair.heard).toBeGreaterThan(b);
          expect(pair.spoken).toBeLessThan(spoken.length);
          expect(pair.heard).toBeLessThan(heard.length);
          if (pair.same)
            expect(soundsAlike(spoken[pair.spoken] ?? '', heard[pair.heard] ?? '')).toBe(true);
          [a, b] = [pair.spoken, pair.heard];
        }
      }),
    );
  });

  it('are paired one to one where the texts are equal', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        expect(matchWords(words, words)).toEqual(
          words.map((_, i) => ({ spoken: i, heard: i, same: true })),
        );
      }),
    );
  });

  it('leave what is put in together, on the side where it stands', () => {
    const spoken = 'and then we bake the bread'.split(' ');
    const heard = 'and then buy the new oven the best of ovens we bake the bread'.split(' ');
    expect(matchGap(spoken, heard).map(({ to }) => heard[to])).toEqual(spoken);
    expect(matchGap(spoken, heard).map(({ to }) => to)).toEqual([0, 1, 10, 11, 12, 13]);
  });

  it('pair a word with what was heard in its place', () => {
    const pairs = matchWords('we use sourdough bread'.split(' '), 'we use sour bread'.split(' '));
    expect(pairs.map(({ same }) => same)).toEqual([true, true, false, true]);
  });
});

describe('a word', () => {
  it.each([
    ['transcript', 'transcripts', true],
    ['colour', 'color', true],
    ['swyx', 'swix', true],
    ['bread', 'oven', false],
    ['is', 'it', false],
    ['a', 'transcript', false],
  ])('%s and %s: %s', (a, b, alike) => {
    expect(soundsAlike(a, b)).toBe(alike);
    expect(soundsAlike(b, a)).toBe(alike);
  });

  it('knows where it stands, without case, accents and signs', () => {
    const text = '“Café,” she said — 42 don’t!';
    expect(spokenWords(text)).toEqual([
      { form: 'cafe', offset: 0 },
      { form: 'she', offset: 8 },
      { form: 'said', offset: 12 },
      { form: '42', offset: 19 },
      { form: 'dont', offset: 22 },
    ]);
  });

  it('is a sign where words are written without spaces', () => {
    expect(spokenWords('我们烤面包。').map(({ form }) => form)).toEqual([...'我们烤面包']);
  });
});
