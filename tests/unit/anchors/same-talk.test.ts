import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containment, isSameTalk } from '../../../lib/anchors/same-talk.ts';

const TALK = [
  'Welcome to the show, today we build a kite that flies under water.',
  'A tidal kite is a wing on a tether, and the tide pulls it through figures of eight.',
];
const OTHER = [
  'Welcome to the show, today we bake bread with very little salt.',
  'Rye wants a sour dough, and the oven has to be much hotter than people think.',
];

describe('two texts are the same talk', () => {
  it('with other punctuation, other pieces and a few words misheard', () => {
    const heard = TALK.join(' ').replace('tether', 'feather').replace('wing', 'ring').toUpperCase();
    expect(isSameTalk(TALK, [heard.replaceAll(',', '')])).toBe(true);
  });

  it('where one is a part of the other', () => {
    expect(isSameTalk(TALK, TALK.slice(1))).toBe(true);
  });

  it('and not where only the greeting is', () => {
    expect(isSameTalk(TALK, OTHER)).toBe(false);
    expect(isSameTalk(TALK, [])).toBe(false);
  });

  it('in either order, in parts from 0 to 1', () => {
    const texts = fc.array(fc.constantFrom('kites', 'fly', 'low', 'now', '…'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const share = containment(a, b);
        expect(share).toBe(containment(b, a));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});
