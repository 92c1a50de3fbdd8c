import fc from 'fast-check';
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

  it('says how much of each turn the captions have', () => {
    const heard = speech.map((word, i) => (i >= 100 && i < 110 && i % 2 ? 'zzzz' : word));
    const times = alignToCaptions(turns, cuesOf(heard));
    expect(times[10]).toMatchObject({ timing: 'aligned', confidence: 0.5 });
    expect(times[11]?.confidence).toBe(1);
  });

  it('times the sentences within a turn', () => {
    const text = `${speech.slice(0, 30).join(' ')}. ${speech.slice(30, 60).join(' ')}.`;
    const second = text.indexOf('. ') + 2;
    const [times] = alignToCaptions(
      [{ text, startMs: null, endMs: null, sentences: [0, second] }],
      cuesOf(speech.slice(0, 60)),
    );
    expect(times?.marks).toHaveLength(1);
    expect(times?.marks[0]).toMatchObject({ offset: second, confidence: 1 });
    expect(Math.abs((times?.marks[0]?.ms ?? 0) - 15_000)).toBeLessThan(1_000);
  });

  it('ends a turn with its words where something else follows', () => {
    const ad = Array.from({ length: 240 }, (_, i) => `advert${i}`);
    const times = alignToCaptions(
      turns,
      cuesOf([...speech.slice(0, 300), ...ad, ...speech.slice(300)]),
    );
    expect(times[29]?.endMs).toBeLessThan(155_000);
    expect(Math.abs((times[30]?.startMs ?? 0) - 270_000)).toBeLessThan(2_000);
  });

  it('takes nothing from captions of something else', () => {
    const other = Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? 'the' : `other${i % 50}`));
    const times = alignToCaptions(turns, cuesOf(other));
    expect(times.every(({ timing }) => timing === 'estimated')).toBe(true);
    expect(times.every(({ confidence }) => confidence < 0.5)).toBe(true);
  });

  it('is not led astray by a caption whose time is wrong', () => {
    const cues = cuesOf(speech).map((cue, i) =>
      i === 20 ? { ...cue, startMs: 3_000_000, endMs: 3_002_000 } : cue,
    );
    expect(worst(alignToCaptions(turns, cues), (i) => i * 5_000)).toBeLessThan(2_500);
  });

  it('works where words are written without spaces', () => {
    const signs = [...'面包师傅每天早上四点起床揉面然后把炉子烧热等到天亮的时候第一批面包就烤好了'];
    const cues = signs.map((text, i) => ({ startMs: i * 250, endMs: i * 250 + 250, text }));
    const times = alignToCaptions(
      [
        { text: signs.slice(0, 20).join(''), startMs: null, endMs: null },
        { text: signs.slice(20).join(''), startMs: null, endMs: null },
      ],
      cues,
    );
    expect(times.map(({ timing }) => timing)).toEqual(['aligned', 'aligned']);
    expect(times[1]?.startMs).toBe(5_000);
  });

  it('never runs backwards, whatever the captions are', () => {
    const cue = fc.record({
      startMs: fc.nat(600_000),
      endMs: fc.nat(600_000),
      text: fc.array(fc.constantFrom(...WORDS, 'the'), { maxLength: 12 }).map((w) => w.join(' ')),
    });
    const said = fc.record({
      text: fc
        .array(fc.constantFrom(...WORDS, 'the'), { minLength: 1, maxLength: 20 })
        .map((w) => w.join(' ')),
      startMs: fc.constant(null),
      endMs: fc.constant(null),
      sentences: fc.constant([0, 10, 20]),
    });
    fc.assert(
      fc.property(
        fc.array(said, { maxLength: 12 }),
        fc.array(cue, { maxLength: 30 }),
        (asked, cues) => {
          let before = 0;
          const times = alignToCaptions(asked, cues);
          expect(times).toHaveLength(asked.length);
          for (const { startMs, endMs, marks, confidence } of times) {
            expect(startMs).toBeGreaterThanOrEqual(before);
            expect(endMs).toBeGreaterThanOrEqual(startMs);
            expect(confidence >= 0 && confidence <= 1).toBe(true);
            let [at, offset] = [startMs, 0];
            for (const mark of marks) {
              expect(mark.ms).toBeGreaterThanOrEqual(at);
              expect(mark.offset).toBeGreaterThan(offset);
              [at, offset] = [mark.ms, mark.offset];
            }
            before = startMs;
          }
        },
      ),
    );
  });
});
