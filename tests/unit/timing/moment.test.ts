import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeAt, timingAt } from '@/lib/timing/moment';

const turn = {
  text: 'x'.repeat(100),
  startMs: 1_000,
  endMs: 11_000,
  timing: 'given' as const,
  marks: [
    { offset: 20, ms: 5_000, confidence: 1 },
    { offset: 60, ms: 6_000, confidence: 1 },
  ],
};

describe('a place within a turn', () => {
  it('has the known time exactly, and shares the time between two known ones', () => {
    expect([0, 10, 20, 40, 60, 80, 100].map((offset) => timeAt(turn, offset))).toEqual([
      1_000, 3_000, 5_000, 5_500, 6_000, 8_500, 11_000,
    ]);
  });

  it('is never earlier than what is said before it', () => {
    const steps = fc.array(fc.tuple(fc.nat(30), fc.nat(3_000)), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let [offset, ms] = [0, 0];
        const marks = gaps.map(([characters, time]) => {
          offset += characters + 1;
          ms += time;
          return { offset, ms, confidence: 1 };
        });
        const long = { text: 'x'.repeat(offset + 10), startMs: 0, endMs: ms + 500, marks };
        let before = 0;
        for (let at = 0; at <= long.text.length; at++) {
          expect(timeAt(long, at)).toBeGreaterThanOrEqual(before);
          before = timeAt(long, at);
        }
        for (const mark of marks) expect(timeAt(long, mark.offset)).toBe(mark.ms);
      }),
    );
  });

  it('is an estimate unless its time is known', () => {
    expect([0, 20, 21].map((offset) => timingAt(turn, offset))).toEqual([
      'given',
      'given',
      'estimated',
    ]);
    expect(timingAt({ ...turn, timing: 'estimated' }, 20)).toBe('given');
    expect(timingAt({ ...turn, timing: 'aligned' }, 60)).toBe('aligned');
  });
});
