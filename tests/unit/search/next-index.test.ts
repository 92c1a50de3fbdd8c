import { describe, expect, it } from 'vitest';
import { isAbandoned, nextEnding } from '@/lib/search/engines/meilisearch/next-index';

const DAY = 86_400_000;
const NAMES = ['mine_passages', 'mine_episodes'];

describe('an index that is being built', () => {
  it('has a name of its own', () => {
    expect(nextEnding()).not.toBe(nextEnding());
  });

  it('is left alone for a day, and is abandoned then', () => {
    const uid = `mine_episodes${nextEnding(DAY)}`;
    expect(isAbandoned(uid, NAMES, DAY + DAY / 2)).toBe(false);
    expect(isAbandoned(uid, NAMES, 3 * DAY)).toBe(true);
  });

  it('is abandoned where its name has no time, as older versions gave none', () => {
    expect(isAbandoned('mine_passages_next_', NAMES)).toBe(true);
  });

  it('is nobody else’s, and not the index itself', () => {
    expect(isAbandoned(`other_passages${nextEnding(0)}`, NAMES)).toBe(false);
    expect(isAbandoned('mine_passages', NAMES)).toBe(false);
  });
});
