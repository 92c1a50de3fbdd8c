import { describe, expect, it } from 'vitest';
import { readHit, wordsBefore, writeHit } from '../../../lib/anchors/hit.ts';

const PASSAGE = {
  turnId: 'abc',
  offset: 400,
  text: 'A kite is a wing on a tether, and the tether breaks.',
  startMs: 61_900,
};

describe('a search hit in a link', () => {
  it('says where the words stand, by the characters before them, and what they are', () => {
    const start = PASSAGE.text.indexOf('wing');
    const place = readHit(writeHit(PASSAGE, { start, end: start + 4 }));
    expect(place).toMatchObject({ anchor: 'abc', offset: 412 });
    expect(place?.address).toMatchObject({ count: 1, second: 61 });
    expect(place?.address?.before).toHaveLength(4);
    expect(place?.address?.after).toHaveLength(7);
  });

  it('without a match is of the first words', () => {
    expect(readHit(writeHit(PASSAGE))?.address?.count).toBe(12);
  });

  it('without a word, or too far on to be written, is the bare place', () => {
    expect(writeHit({ ...PASSAGE, text: '… — …' }, { start: 2, end: 3 })).toBe('abc.402');
    expect(writeHit({ ...PASSAGE, offset: 2_000_000 }, { start: 0, end: 1 })).toBe('abc.2000000');
  });

  it('is read in its short form too, and not at all where it is cut or made up', () => {
    expect(readHit('abc.12')).toEqual({ anchor: 'abc', offset: 12, address: null });
    for (const text of ['', 'abc', 'abc.', 'abc.1.2', 'ABC.1', 'abc.-1', 'a"b.1']) {
      expect(readHit(text), text).toBeNull();
    }
  });

  it('counts the words before a character, whole ones only', () => {
    expect([0, 1, 3, 6, 7, 99].map((at) => wordsBefore('A kite is', at))).toEqual([
      0, 1, 1, 2, 2, 3,
    ]);
  });
});
