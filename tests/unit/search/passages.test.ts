import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageSpans, passageStartMs } from '@/lib/search/passages';

describe('passages', () => {
  it('leave a short turn whole', () => {
    expect(passageSpans('One. Two. Three.')).toEqual([{ start: 0, end: 16 }]);
  });

  it('cut a long turn at sentence ends, evenly', () => {
    const text = Array.from({ length: 40 }, (_, i) => `This is sentence number ${i} of many.`).join(
      ' ',
    );
    const parts = passageSpans(text, { maxWords: 100 }).map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(part).toMatch(/^This.*many\.$/);
  });

  it('hold every word exactly once, in order', () => {
    fc.assert(
      fc.property(
        fc.lorem({ mode: 'sentences', maxCount: 30 }),
        fc.integer({ min: 3, max: 40 }),
        (text, maxWords) => {
          const parts = passageSpans(text, { maxWords }).map(({ start, end }) =>
            text.slice(start, end),
          );
          expect(parts.flatMap((part) => part.split(/\s+/).filter(Boolean))).toEqual(
            text.split(/\s+/).filter(Boolean),
          );
        },
      ),
    );
  });

  it('begin at a time in proportion to their place', () => {
    const turn = { text: 'x'.repeat(100), startMs: 1_000, endMs: 11_000 };
    expect([0, 50, 100].map((offset) => passageStartMs(turn, offset))).toEqual([
      1_000, 6_000, 11_000,
    ]);
  });
});
