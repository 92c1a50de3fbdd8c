import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryF1, pk, windowDiff, windowFor } from '@/lib/understanding/segmentation/metrics';

/** Twelve turns, three sections of four: the window is two. */
const UNITS = 12;
const GOLD = [4, 8];

describe('the window', () => {
  it('is half the mean gold section', () => {
    expect(windowFor(UNITS, GOLD)).toBe(2);
    expect(windowFor(3, [])).toBe(2);
    expect(windowFor(2, [1])).toBe(1);
  });
});

describe('Pk, worked out by hand', () => {
  // Ten windows [i, i + 2], i = 0 … 9. Gold separates the pairs of i = 2, 3 (at 4) and i = 6, 7 (at 8).
  it.each([
    ['the gold itself', [4, 8], 0],
    ['nothing found: the four separated pairs are missed', [], 4 / 10],
    ['one boundary a turn late: i = 2 and i = 4 are wrong', [5, 8], 2 / 10],
    ['one boundary too many, at 6: i = 4 and i = 5 are wrong', [4, 6, 8], 2 / 10],
  ])('%s', (_, found, expected) => {
    expect(pk(UNITS, GOLD, found)).toBeCloseTo(expected);
  });
});

describe('WindowDiff, worked out by hand', () => {
  it.each([
    ['the gold itself', [4, 8], 0],
    ['nothing found', [], 4 / 10],
    [
      'one boundary too many right beside another: i = 3 counts two for one, i = 4 one for none',
      [4, 5, 8],
      2 / 10,
    ],
  ])('%s', (_, found, expected) => {
    expect(windowDiff(UNITS, GOLD, found)).toBeCloseTo(expected);
  });
});

describe('boundary F1 within two turns', () => {
  it.each([
    ['exact', [4, 8], [4, 8], 1],
    ['both two off', [4, 8], [6, 10], 1],
    ['one three off', [4, 8], [1, 8], 1 / 2],
    ['two found near one gold count once', [4], [3, 5], 2 / 3],
    ['nothing to find, nothing found', [], [], 1],
    ['nothing found', [4], [], 0],
  ])('%s', (_, gold, found, expected) => {
    expect(boundaryF1(gold, found, 2)).toBeCloseTo(expected);
  });
});

it('all three are best for the gold itself, and stay between 0 and 1', () => {
  const boundaries = fc
    .uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 12 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(boundaries, boundaries, (gold, found) => {
      expect([pk(40, gold, gold), windowDiff(40, gold, gold), boundaryF1(gold, gold, 2)]).toEqual([
        0, 0, 1,
      ]);
      for (const value of [
        pk(40, gold, found),
        windowDiff(40, gold, found),
        boundaryF1(gold, found, 2),
      ]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }),
  );
});
