import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../lib/anchors/address.ts';
import { resolveAddress, wordStream } from '../../../lib/anchors/resolve.ts';
import { anchorWords } from '../../../lib/anchors/words.ts';
import { episode, select, TALK, wordsBetween } from './episode.ts';

const turns = episode(TALK);

function shared(words: string, from = turns) {
  const address = addressOf(from, select(from, words));
  if (!address) throw new Error(`“${words}” has no words.`);
  return address;
}

/** What a link to some words of the talk shows in another version of it. */
function opened(words: string, texts: readonly string[]) {
  const now = episode(texts);
  const found = resolveAddress(wordStream(now), shared(words));
  return { ...found, words: 'start' in found ? wordsBetween(now, found) : null };
}

describe('a link to words', () => {
  it('opens on exactly these, whichever are selected', () => {
    const stream = wordStream(turns);
    const all = stream.words.length;
    fc.assert(
      fc.property(fc.nat({ max: all - 1 }), fc.nat({ max: all }), (at, length) => {
        const [first, last] = [stream.words[at], stream.words[Math.min(all - 1, at + length)]];
        if (!first || !last) throw new Error('There are words.');
        const selection = {
          firstTurn: first.turn,
          start: first.start,
          lastTurn: last.turn,
          end: last.end,
        };
        const address = addressOf(turns, selection);
        expect(address && resolveAddress(stream, address)).toEqual({ kind: 'exact', ...selection });
      }),
    );
  });

  it('tells equal words apart by what stands around them', () => {
    for (const turn of [2, 6]) {
      const address = addressOf(turns, { firstTurn: turn, start: 0, lastTurn: turn, end: 5 });
      // Their turns have new anchors, since something is said before each.
      const now = episode(TALK.flatMap((text) => (text === 'Yeah.' ? ['Well.', text] : [text])));
      const found = address && resolveAddress(wordStream(now), address);
      expect(found).toMatchObject({ kind: 'exact', firstTurn: turn === 2 ? 3 : 8 });
    }
  });

  it('follows them into turns that were run together, cut, or moved', () => {
    const words = 'The sleeping cars are old, though';
    const merged = [...TALK.slice(0, 2), TALK.slice(2, 5).join(' '), ...TALK.slice(5)];
    expect(opened(words, merged)).toMatchObject({ kind: 'exact', firstTurn: 2 });
    const cut = TALK.flatMap((text) => text.split(/(?<=sleeping) /));
    expect(opened(words, cut)).toMatchObject({
      kind: 'exact',
      firstTurn: 3,
      lastTurn: 4,
      words: 'The sleeping cars are old though',
    });
    const moved = [...TALK.slice(3), ...TALK.slice(0, 3)];
    expect(opened(words, moved)).toMatchObject({ kind: 'exact', firstTurn: 0 });
  });

  it('follows words that were moved away from what stood around them', () => {
    const last = TALK.at(-1) ?? '';
    const apart = ['Yeah.', last, ...TALK.slice(0, -1).filter((text) => text !== 'Yeah.')];
    const words = 'The other thing is the price of the track at night';
    expect(opened(words, apart)).toMatchObject({ kind: 'exact', firstTurn: 1, words });
  });

  it('does not mind case and punctuation, and says when words were changed', () => {
    const edit = (a: string, b: string) => TALK.map((text) => text.replace(a, b));
    expect(
      opened('Three years from the order', edit('Three years', '“three” YEARS')),
    ).toMatchObject({ kind: 'exact' });
    expect(opened('Three years from the order', edit('Three', 'Four'))).toMatchObject({
      kind: 'edited',
      words: 'Four years from the order',
    });
    expect(opened('Three years from the order', edit('years from', 'years at least from'))).toEqual(
      expect.objectContaining({ kind: 'edited', words: 'Three years at least from the order' }),
    );
    expect(opened('first', edit('first', 'very last'))).toMatchObject({ kind: 'edited' });
  });

  it('opens a long quote whose middle was rewritten from its beginning to its end', () => {
    const words = TALK.slice(3, 6).join('|');
    const now = TALK.map((text, i) =>
      i === 4 ? 'And what about the time that all of it takes?' : text,
    );
    const found = opened(words, now);
    expect(found).toMatchObject({ kind: 'edited', firstTurn: 3, lastTurn: 5 });
    expect(found.words?.startsWith('When I began')).toBe(true);
    expect(found.words?.endsWith('always go wrong')).toBe(true);
  });

  it('opens the turn where the words were taken out of it', () => {
    const now = TALK.map((text) => text.replace(' And the brakes always go wrong.', ''));
    const address = shared('And the brakes always go wrong');
    const found = resolveAddress(wordStream(episode(now)), address);
    expect(found.kind).toBe('near');
    expect([5, 6]).toContain(found.firstTurn);
  });

  it('opens at the time where all is gone, and never on other words', () => {
    const other = episode(
      Array.from({ length: 8 }, (_, i) => `Entirely different speech about bread number ${i}.`),
    );
    const found = resolveAddress(wordStream(other), shared('thirty lines on the whole continent'));
    expect(found).toEqual({ kind: 'section', firstTurn: 3 });
  });

  it('opens the turn that took the place of a retired one', () => {
    const other = episode(['Something else.', 'And more of it.', 'And an end.']);
    const address = shared('thirty lines on the whole continent');
    const stream = wordStream(other, [{ name: address.turn, turn: 1 }]);
    expect(resolveAddress(stream, address)).toEqual({ kind: 'near', firstTurn: 1 });
  });

  it('always opens somewhere that is there', () => {
    const word = fc.constantFrom(...TALK.join(' ').split(' ').slice(0, 30), 'new', 'other');
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const texts = fc.array(text, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat({ max: 60 }), (before, after, at, length) => {
        const old = episode(before);
        const turn = at % old.length;
        const selection = { firstTurn: turn, start: 0, lastTurn: turn, end: 1 + length };
        const address = addressOf(old, selection);
        if (!address) throw new Error('There is a word.');
        const now = episode(after);
        const found = resolveAddress(wordStream(now), address);
        expect(now[found.firstTurn]).toBeDefined();
        if (!('start' in found)) return;
        const words = anchorWords(wordsBetween(now, found));
        expect(words.length).toBeGreaterThan(0);
        if (found.kind === 'exact') expect(words).toHaveLength(address.count);
      }),
    );
  });
});
