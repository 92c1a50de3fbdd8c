import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundDistance } from '@/lib/search/sound/distance';
import { nearestCodes } from '@/lib/search/sound/nearest-codes';

const code = fc.string({ unit: fc.constantFrom(...'AKTPSNMLRFX0'), minLength: 1, maxLength: 9 });

describe('the nearest codes', () => {
  const limits = fc.constantFrom(0, 0.15, 0.25, 0.45, 1);
  const measure = (codes: readonly string[], sought: string, limit: number) =>
    codes.flatMap((other, index) => {
      const distance = soundDistance(other, sought);
      const near = distance <= limit && Math.abs(other.length - sought.length) <= 2;
      return near ? [{ index, distance }] : [];
    });

  it('are those that measuring every code finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 60 }), code, limits, (codes, sought, limit) => {
        const measured = measure(codes, sought, limit);
        const found = nearestCodes(codes)(sought, limit);
        expect(found.map(({ index }) => index)).toEqual(measured.map(({ index }) => index));
        for (const [i, { distance }] of found.entries())
          expect(distance).toBeCloseTo(measured[i]?.distance ?? -1, 9);
      }),
    );
  });

  it('are the nearest of them where only so many are wanted, and all that are as near as the last', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { maxLength: 60 }),
        code,
        limits,
        fc.integer({ min: 1, max: 12 }),
        (codes, sought, limit, most) => {
          const measured = measure(codes, sought, limit);
          const ordered = measured.map(({ distance }) => distance).sort((a, b) => a - b);
          const last = ordered[Math.min(most, ordered.length) - 1] ?? -1;
          const found = nearestCodes(codes)(sought, limit, most);
          const sure = measured.filter(({ distance }) => distance < last - 1e-9);
          const allowed = measured.filter(({ distance }) => distance <= last + 1e-9);
          const indexes = found.map(({ index }) => index);
          expect(indexes).toEqual(expect.arrayContaining(sure.map(({ index }) => index)));
          expect(allowed.map(({ index }) => index)).toEqual(expect.arrayContaining(indexes));
          expect(found.length).toBeGreaterThanOrEqual(Math.min(most, measured.length));
        },
      ),
    );
  });

  it('of no codes are none', () => {
    expect(nearestCodes([])('KRK', 1)).toEqual([]);
  });
});
