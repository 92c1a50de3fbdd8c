import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTurns } from '@/lib/timing/estimate';

const turn = (text: string, startMs: number | null = null, endMs: number | null = null) => ({
  text,
  startMs,
  endMs,
});
const some = fc.record({
  text: fc.lorem({ maxCount: 30 }),
  startMs: fc.option(fc.nat(7_200_000)),
  endMs: fc.option(fc.nat(7_200_000)),
});

describe('times for turns', () => {
  it('never run backwards, whatever was given', () => {
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 40 }),
        fc.option(fc.nat(9_000_000)),
        (turns, duration) => {
          const timed = timeTurns(turns, { durationMs: duration ?? undefined });
          expect(timed).toHaveLength(turns.length);
          let before = 0;
          for (const { startMs, endMs } of timed) {
            expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true);
            expect(startMs).toBeGreaterThanOrEqual(before);
            expect(endMs).toBeGreaterThanOrEqual(startMs);
            before = startMs;
          }
        },
      ),
    );
  });

  it('fill the recording where its length is known', () => {
    const timed = timeTurns([turn('One two three.'), turn('Four.'), turn('Five six.')], {
      durationMs: 60_000,
    });
    expect(timed[0]?.startMs).toBe(0);
    expect(timed[2]?.endMs).toBe(60_000);
    expect(timed.every(({ timing }) => timing === 'estimated')).toBe(true);
  });

  it('give more words more time', () => {
    const [long, short] = timeTurns([
      turn('a long and winding sentence about bread'),
      turn('Yes.'),
    ]);
    const length = (span: typeof long) => (span ? span.endMs - span.startMs : 0);
    expect(length(long)).toBeGreaterThan(2 * length(short));
  });

  it('keep what is given to the millisecond and share out the rest', () => {
    const timed = timeTurns([
      turn('Hello there.', 1_234),
      turn('Hi.'),
      turn('So, bread.', 9_876, 11_000),
    ]);
    expect(timed[0]).toMatchObject({ startMs: 1_234, timing: 'given' });
    expect(timed[1]?.timing).toBe('estimated');
    expect(timed[1]?.startMs).toBeGreaterThan(1_234);
    expect(timed[1]?.endMs).toBe(9_876);
    expect(timed[2]).toEqual({ startMs: 9_876, endMs: 11_000, timing: 'given' });
  });

  it('estimate anew a given time that contradicts the others', () => {
    const timed = timeTurns([
      turn('a', 0),
      turn('b', 900_000),
      turn('c', 20_000),
      turn('d', 30_000),
    ]);
    expect(timed.map(({ timing }) => timing)).toEqual(['given', 'estimated', 'given', 'given']);
  });

  it('run at the pace of conversation where nothing is known', () => {
    const sentence = 'and then we looked at the oven and found that the bread was done.';
    const timed = timeTurns(Array.from({ length: 100 }, () => turn(sentence)));
    const minutes = (timed.at(-1)?.endMs ?? 0) / 60_000;
    const wordsPerMinute = (100 * sentence.split(' ').length) / minutes;
    expect(wordsPerMinute).toBeGreaterThan(140);
    expect(wordsPerMinute).toBeLessThan(210);
  });
});
