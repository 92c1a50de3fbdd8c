import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTurns } from '@/lib/timing/estimate';
import { openingCost } from '@/lib/timing/opening';

describe('the opening of a recording', () => {
  it('is ten seconds of a long one and next to nothing of a short one', () => {
    expect(openingCost([], 3_600_000)).toBe(10_000);
    expect(openingCost([], 10_000)).toBe(200);
  });

  it('is what the first stretch has beyond its words, as later stretches tell', () => {
    const knots = (firstMs: number) => [
      { at: 60_000, ms: firstMs },
      { at: 1_800_000, ms: firstMs + 1_740_000 },
    ];
    const openings = [60_000, 80_000, 120_000, 180_000].map((ms) =>
      openingCost(knots(ms), 1_800_000),
    );
    expect(openings[0]).toBeLessThan(10_000);
    expect([...openings].sort((a, b) => a - b)).toEqual(openings);
    expect(openings[3]).toBeGreaterThan(60_000);
  });

  it('leaves the first turn at the beginning and moves the others', () => {
    const turns = Array.from({ length: 40 }, () => ({
      text: 'so we went on and looked at the bread again and again. '.repeat(4),
      startMs: null,
      endMs: null,
    }));
    const anchors = [
      { turn: 4, ms: 130_000 },
      { turn: 24, ms: 460_000 },
    ];
    const timed = timeTurns(turns, { anchors });
    expect(timed[0]?.startMs).toBe(0);
    expect(timed[1]?.startMs).toBeGreaterThan(40_000);
    expect(timed[4]?.startMs).toBe(130_000);
  });

  it('is never negative nor the whole of the first stretch', () => {
    const knot = fc.record({ at: fc.nat(5_000_000), ms: fc.nat(5_000_000) });
    fc.assert(
      fc.property(fc.array(knot, { maxLength: 6 }), fc.nat(6_000_000), (some, total) => {
        const knots = some
          .map(({ at, ms }) => ({ at: Math.min(at, total), ms }))
          .sort((a, b) => a.at - b.at)
          .map((each, i, all) => ({
            ...each,
            ms: Math.max(...all.slice(0, i + 1).map(({ ms }) => ms)),
          }));
        const cost = openingCost(knots, total);
        expect(cost).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(cost)).toBe(true);
      }),
    );
  });
});
