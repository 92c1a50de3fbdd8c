import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  addressUrl,
  readAddress,
  type Selection,
  writeAddress,
} from '../../../lib/anchors/address.ts';
import { anchorWords, hashOfAll } from '../../../lib/anchors/words.ts';
import { episode, select, TALK } from './episode.ts';

const said = (text: string) => anchorWords(text).map(({ start, end }) => text.slice(start, end));
const hashes = (text: string) => anchorWords(text).map(({ hash }) => hash);

describe('the words of a link', () => {
  it('are runs of letters and digits, with apostrophes inside', () => {
    expect(said('“Don’t — we’re 3 of 4,” said co-hosts’ friend.')).toEqual([
      'Don’t',
      'we’re',
      '3',
      'of',
      '4',
      'said',
      'co',
      'hosts',
      'friend',
    ]);
  });

  it('are single signs where there are no spaces', () => {
    expect(said('今日はGPT-4の話')).toEqual(['今', '日', 'は', 'GPT', '4', 'の', '話']);
  });

  it('are equal whatever their case, accents, apostrophes and punctuation', () => {
    expect(hashes('Café DON’T, Ünder')).toEqual(hashes('cafe dont under'));
    expect(hashes('café')).toEqual(hashes('cafe\u0301'));
    expect(hashes('word')).not.toEqual(hashes('work'));
  });

  it('hash as they did when the first links were made', () => {
    // Whoever changes these numbers breaks every link that anybody has shared.
    expect(hashes('Latent Space, Café 日')).toEqual([
      2514920154, 2792402378, 2619414011, 132643580,
    ]);
    expect(hashOfAll(anchorWords('Latent Space'))).toBe(4030919983);
  });
});

describe('an address', () => {
  const turns = episode(TALK);

  it('holds the turn, the place, the time, and a letter a word', () => {
    const address = addressOf(turns, select(turns, 'thirty lines on the whole continent'));
    expect(address).toMatchObject({ turn: turns[3]?.anchor, word: 7, count: 6, second: 30 });
    expect([address?.before.length, address?.said.length, address?.after.length]).toEqual([
      8, 6, 8,
    ]);
  });

  it('is of whole words, however they were selected', () => {
    const whole = addressOf(turns, select(turns, 'thirty lines'));
    expect(addressOf(turns, select(turns, 'hirty lin'))).toEqual(whole);
    expect(addressOf(turns, select(turns, ' thirty lines '))).toEqual(whole);
  });

  it('is null where no word is selected', () => {
    expect(addressOf(turns, select(turns, ', '))).toBeNull();
    expect(addressOf([], { firstTurn: 0, start: 0, lastTurn: 0, end: 3 })).toBeNull();
  });

  it('is the same from a stretch of the episode as from all of it', () => {
    const many = episode(Array.from({ length: 60 }, (_, i) => `Yes ${i}.`));
    const selection = { firstTurn: 30, start: 0, lastTurn: 31, end: 6 };
    const stretch = many.slice(30 - 8, 31 + 9);
    const within = { ...selection, firstTurn: 8, lastTurn: 9 };
    expect(addressOf(stretch, within)).toEqual(addressOf(many, selection));
  });

  it('of a long quote holds its ends', () => {
    const all = { firstTurn: 0, start: 0, lastTurn: 7, end: 500 };
    const address = addressOf(turns, all);
    expect(address?.count).toBeGreaterThan(80);
    expect(address?.said).toHaveLength(32);
    expect([address?.before, address?.after]).toEqual(['', '']);
  });

  it('stands in a link as plain letters and is read again as it was', () => {
    fc.assert(
      fc.property(anySelection(TALK.length), (selection) => {
        const address = addressOf(turns, selection);
        fc.pre(address !== null);
        const written = writeAddress(address);
        expect(written).toMatch(/^[\w.-]{1,120}$/);
        expect(readAddress(written)).toEqual(address);
        expect(addressUrl('night-trains', address)).toBe(
          `/episodes/night-trains?at=${written}#turn-${address.turn}`,
        );
      }),
    );
  });

  it.each(['', 'abc', 'abc.1.2.3.AAAAA.A.A.A', 'abc.1.0.3.AAAAA..A.', '../x.1.1.3.AAAAA..A.'])(
    'is not “%s”',
    (text) => expect(readAddress(text)).toBeNull(),
  );

  it('is refused or whole, whatever is in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const address = readAddress(text);
        expect(address === null || writeAddress(address) === text).toBe(true);
      }),
    );
  });
});

function anySelection(turns: number): fc.Arbitrary<Selection> {
  const place = fc.record({
    turn: fc.nat({ max: turns - 1 }),
    at: fc.nat({ max: 150 }),
  });
  return fc.tuple(place, place).map(([a, b]) => {
    const [first, last] = a.turn < b.turn || (a.turn === b.turn && a.at <= b.at) ? [a, b] : [b, a];
    return { firstTurn: first.turn, start: first.at, lastTurn: last.turn, end: last.at };
  });
}
