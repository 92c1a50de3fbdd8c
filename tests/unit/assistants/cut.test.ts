import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, beginning, ending, paginate } from '@/lib/assistants/cut';

const words = fc
  .array(fc.stringMatching(/^[\p{L}🎧]{1,12}$/u), { minLength: 1, maxLength: 300 })
  .map((list) => list.join(' '));
const unspaced = fc.string({
  unit: fc.constantFrom('世', '界', '🎧'),
  minLength: 1,
  maxLength: 900,
});
const text = fc.oneof(words, unspaced, fc.constant(''));

/** Half of a sign outside the basic plane is no text. */
const whole = (piece: string) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(piece);

describe('a long text in pages', () => {
  it('has every character on exactly one page, in order, and no page is too long', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        fc.integer({ min: 160, max: 900 }),
        (all, most) => {
          const overhead = 50;
          const pages = paginate(all, most, overhead);
          const back = all.map(() => '');
          for (const page of pages) {
            let cost = 0;
            for (const { text: index, start, end } of page) {
              const piece = all[index]?.slice(start, end) ?? '';
              expect(start).toBe(back[index]?.length);
              expect(whole(piece)).toBe(true);
              back[index] += piece;
              cost += piece.length + overhead;
            }
            expect(cost).toBeLessThanOrEqual(most);
          }
          expect(back).toEqual(all);
        },
      ),
    );
  });

  it('keeps a text whole where a page has room for it', () => {
    const said = ['a'.repeat(60), 'b'.repeat(60), 'c'.repeat(60)];
    expect(paginate(said, 200, 20).map((page) => page.map(({ text: index }) => index))).toEqual([
      [0, 1],
      [2],
    ]);
  });
});

describe('a part of a text', () => {
  it('holds the place that was asked for and is not too long', () => {
    fc.assert(
      fc.property(text, fc.nat(1200), fc.integer({ min: 200, max: 600 }), (said, wish, most) => {
        const at = Math.min(wish, said.length);
        const { start, end } = around(said, at, most);
        expect(end - start).toBeLessThanOrEqual(most);
        expect(whole(said.slice(start, end))).toBe(true);
        expect(start <= at && at <= end).toBe(true);
      }),
    );
  });

  it('is cut between words', () => {
    const said = 'one two three four five';
    expect(said.slice(beginning(said, 9).start, beginning(said, 9).end)).toBe('one two ');
    expect(said.slice(ending(said, 6).start)).toBe('four five');
    expect(ending('short', 100)).toEqual({ start: 0, end: 5 });
  });
});
