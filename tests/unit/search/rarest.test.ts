import { describe, expect, it } from 'vitest';
import { rarest } from '@/lib/search/engines/sqlite/any-of';

const counts = new Map([
  ['the', 900],
  ['watch', 40],
  ['desolation', 3],
  ['garcia', 2],
]);
const passagesWith = (form: string) => counts.get(form) ?? 0;
const words = ['watch', 'the', 'garcia', 'nobody', 'desolation'];

describe('the rarest of some words', () => {
  it('are all that anybody says where few passages have them', () => {
    expect(rarest(words, passagesWith, 10_000)).toEqual(['garcia', 'desolation', 'watch', 'the']);
  });

  it('suffice as soon as enough passages have them', () => {
    expect(rarest(words, passagesWith, 5)).toEqual(['garcia', 'desolation']);
    expect(rarest(words, passagesWith, 6)).toEqual(['garcia', 'desolation', 'watch']);
  });

  it('are none where nobody says any', () => {
    expect(rarest(['nobody'], passagesWith)).toEqual([]);
  });
});
