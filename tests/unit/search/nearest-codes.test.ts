import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundDistance } from '@/lib/search/sound/distance';
import { nearestCodes } from '@/lib/search/sound/nearest-codes';

const code = fc.string({ unit: fc.constantFrom(...'AKTPSNMLRFX0'), minLength: 1, maxLength: 9 });

describe('the nearest codes', () => {
  it('are those that measuring every code finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { maxLength: 60 }),
        code,
        fc.constantFrom(0, 0.15, 0.25, 0.45, 1),
        (codes, sought, limit) => {
          const measured = codes.flatMap((other, index) => {
            const distance = soundDistance(other, sought);
            const near = distance <= limit && Math.abs(other.length - sought.length) <= 2;
            return near ? [{ index, distance }] : [];
          });
          const found = nearestCodes(codes)(sought, limit);
          expect(found.map(({ index }) => index)).toEqual(measured.map(({ index }) => index));
          for (const [i, { distance }] of found.entries())
            expect(distance).toBeCloseTo(measured[i]?.distance ?? -1, 9);
        },
      ),
    );
  });

  it('of no codes are none', () => {
    expect(nearestCodes([])('KRK', 1)).toEqual([]);
  });
});
