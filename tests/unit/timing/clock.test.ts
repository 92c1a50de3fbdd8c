import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClock, parseClock } from '@/lib/timing/clock';

describe('the clock', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [754_000, '12:34'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
  ])('%d ms reads %s', (ms, text) => {
    expect(formatClock(ms)).toBe(text);
  });

  it('reads back what it wrote, to the second', () => {
    fc.assert(
      fc.property(fc.nat(360_000_000), (ms) => {
        expect(parseClock(formatClock(ms))).toBe(Math.floor(ms / 1000) * 1000);
      }),
    );
  });

  it.each([
    ['90', 90_000],
    ['1:02:03', 3_723_000],
    ['83:20', 5_000_000],
    ['0:01.5', 1_500],
    ['1:60', null],
    ['-1:00', null],
    ['an hour', null],
  ])('%s → %s', (text, ms) => {
    expect(parseClock(text)).toBe(ms);
  });
});
