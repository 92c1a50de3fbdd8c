import { describe, expect, it } from 'vitest';
import { alignToCaptions } from '@/lib/timing/align';

const WORDS =
  'bread oven flour water yeast salt dough crust heat time rye wheat spelt barley oats'.split(' ');
/** Words that look like speech: some very common, some that occur once. */
const speech = Array.from({ length: 600 }, (_, i) =>
  i % 3 === 0 ? 'the' : i % 7 === 0 ? `name${i}` : (WORDS[(i * i + 3 * i) % WORDS.length] ?? 'and'),
);
const turns = Array.from({ length: 60 }, (_, i) => ({
  text: speech.slice(i * 10, i * 10 + 10).join(' '),
  startMs: null,
  endMs: null,
}));
/** Half a second a word, four words a cue. */
const cuesOf = (words: readonly string[], from = 0) =>
  Array.from({ length: Math.ceil(words.length / 4) }, (_, i) => ({
    startMs: from + i * 2_000,
    endMs: from + i * 2_000 + 2_000,
    text: words.slice(i * 4, i * 4 + 4).join(' '),
  }));
const worst = (times: { startMs: number }[], truth: (i: number) => number) =>
  Math.max(...times.map(({ startMs }, i) => Math.abs(startMs - truth(i))));

describe('alignment with captions', () => {
  it('gives every turn the time of its words', () => {
    const times = alignToCaptions(turns, cuesOf(speech));
    expect(times.every(({ timing }) => timing === 'aligned')).toBe(true);
    expect(worst(times, (i) => i * 5_000)).toBeLessThan(1_000);
  });

  it('survives words that were heard otherwise and an advertisement', () => {
    const heard = speech.map((word, i) => (i % 6 === 5 ? `mis${i}` : word));
    const ad = Array.from({ length: 80 }, (_, i) => `advert${i}`);
    const times = alignToCaptions(
      turns,
      cuesOf([...heard.slice(0, 300), ...ad, ...heard.slice(300)]),
    );
    expect(worst(times, (i) => i * 5_000 + (i < 30 ? 0 : 40_000))).toBeLessThan(2_500);
  });

  it('leaves a turn that the captions lack an estimate', () => {
    const times = alignToCaptions(turns, cuesOf([...speech.slice(0, 200), ...speech.slice(230)]));
    expect(times.slice(20, 23).map(({ timing }) => timing)).toEqual([
      'estimated',
      'estimated',
      'estimated',
    ]);
    expect(times[24]?.timing).toBe('aligned');
  });
});
