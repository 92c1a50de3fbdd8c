import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../bench/bootstrap.ts';
import { random } from '../../bench/corpus.ts';

const share = (ones: number, of: number) =>
  Array.from({ length: of }, (_, i) => (i < ones ? 1 : 0));

describe('the bootstrap', () => {
  it('holds a share as the binomial distribution does', () => {
    const { mean, interval } = bootstrap(share(240, 300), random(1));
    expect(mean).toBeCloseTo(0.8);
    // 1.96 standard errors: 0.8 ± 0.045.
    expect(interval[0]).toBeGreaterThan(0.74);
    expect(interval[0]).toBeLessThan(0.77);
    expect(interval[1]).toBeGreaterThan(0.83);
    expect(interval[1]).toBeLessThan(0.86);
  });

  it('is narrower for more measurements, and a point where all are alike', () => {
    const width = (of: number) => {
      const [low, high] = bootstrap(share(of / 2, of), random(2)).interval;
      return high - low;
    };
    expect(width(1_000)).toBeLessThan(width(100) / 2);
    expect(bootstrap([0.5, 0.5, 0.5], random(3)).interval).toEqual([0.5, 0.5]);
  });

  it('is the same for the same seed', () => {
    expect(bootstrap(share(7, 20), random(4))).toEqual(bootstrap(share(7, 20), random(4)));
  });
});
