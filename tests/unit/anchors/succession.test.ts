import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordStream } from '../../../lib/anchors/resolve.ts';
import { type Gone, type NamedTurn, relocate, succeed } from '../../../lib/anchors/succession.ts';
import { episode, TALK } from './episode.ts';

const old = episode(TALK);
const names = old.map(({ anchor }) => anchor);

/** What becomes of the anchors, and of those that were gone before. */
function correct(before: readonly NamedTurn[], texts: readonly string[], earlier: Gone[] = []) {
  const now = episode(texts);
  const { anchors, gone, places } = succeed(before, now);
  const turns = now.map((turn, i) => ({ ...turn, anchor: anchors[i] ?? '' }));
  return { anchors, turns, retired: relocate([...gone, ...earlier], wordStream(turns), places) };
}
const correctedTo = (texts: readonly string[]) => correct(old, texts);

describe('the anchors of a corrected episode', () => {
  it('stay where nothing changed, and need no more', () => {
    expect(correctedTo(TALK)).toMatchObject({ anchors: names, retired: [] });
  });

  it('stay with turns that were edited, and those put in get their own', () => {
    const edited = TALK.map((text) => text.replace('seventy', 'seventy-one'));
    const { anchors, retired } = correctedTo([
      ...edited.slice(0, 3),
      'A new turn.',
      ...edited.slice(3),
    ]);
    expect([...anchors.slice(0, 3), ...anchors.slice(4)]).toEqual(names);
    expect(names).not.toContain(anchors[3]);
    expect(retired).toEqual([]);
  });

  it('stay with turns that were written anew between the same neighbours', () => {
    const { anchors } = correctedTo(
      TALK.map((text, i) => (i === 3 ? 'Nothing of it is left.' : text)),
    );
    expect(anchors).toEqual(names);
  });

  it('go to the longer part of a turn that was cut', () => {
    const { anchors, retired } = correctedTo(TALK.flatMap((text) => text.split(/(?<=to count) /)));
    expect(anchors).toHaveLength(9);
    expect(anchors[4]).toBe(names[3]);
    expect(retired).toEqual([]);
  });

  it('of turns that were run together: one stays, the others lead to where their words begin', () => {
    const texts = [...TALK.slice(0, 3), `${TALK[3]} ${TALK[4]}`, ...TALK.slice(5)];
    const { anchors, retired } = correctedTo(texts);
    expect(anchors[3]).toBe(names[3]);
    expect(retired).toMatchObject([
      { name: names[4], turn: 3, offset: (TALK[3]?.length ?? 0) + 1, found: true },
    ]);
  });

  it('of turns that are gone lead to what stands in their place, and say so', () => {
    const { retired } = correctedTo([...TALK.slice(0, 3), ...TALK.slice(5)]);
    expect(retired).toMatchObject([
      { name: names[3], turn: 3, found: false },
      { name: names[4], turn: 3, found: false },
    ]);
  });

  it('that were retired before are pointed at their words again', () => {
    const merged = [...TALK.slice(0, 3), `${TALK[3]} ${TALK[4]}`, ...TALK.slice(5)];
    const first = correctedTo(merged);
    const longer = ['A word from our sponsor.', ...merged];
    const { retired } = correct(first.turns, longer, first.retired);
    expect(retired).toMatchObject([{ name: names[4], turn: 4, found: true }]);
  });

  it('are unique, and every old one is there or retired, whatever was done', () => {
    const texts = fc.array(fc.constantFrom(...TALK, 'Yeah.', 'No.', 'Well, yeah.'), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(texts, texts, (before, now) => {
        const first = episode(before);
        const { anchors, retired } = correct(first, now);
        expect(new Set(anchors).size).toBe(now.length);
        const known = new Set([...anchors, ...retired.map(({ name }) => name)]);
        expect(first.filter(({ anchor }) => !known.has(anchor))).toEqual([]);
        for (const { turn } of retired) expect(now[turn]).toBeDefined();
      }),
    );
  });
});
