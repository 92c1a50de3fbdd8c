import { describe, expect, it } from 'vitest';
import { locate } from '@/lib/understanding/locate';
import { applyEdits, type OwnerEdit } from '@/lib/understanding/owner-edits';
import { sampleUnderstanding } from '../../contract/sample-episode';

const LINES = [
  'Welcome to the show. What do you build these days?',
  'We build tidal kites, and a tidal kite is a wing that flies under water.',
  'And how much power does one wing make?',
  'One wing powers about a thousand homes when the moon is right. The sea does the rest.',
];
const turnsOf = (lines: readonly string[]) => lines.map((text, i) => ({ anchor: `t${i}`, text }));
const span = (turn: number, words: string) => {
  const start = LINES[turn]?.indexOf(words) ?? -1;
  return { turn, start, end: start + words.length, text: words, why: '' };
};
const understanding = sampleUnderstanding(LINES, {
  quotes: [span(1, LINES[1] ?? '')],
  spareQuotes: [span(3, 'The sea does the rest.')],
});
const apply = (edits: OwnerEdit[], lines = LINES) =>
  applyEdits(understanding, turnsOf(lines), edits);
const edit = (kind: OwnerEdit['kind'], anchor: string, words: string) => ({ kind, anchor, words });

describe('the owner’s edits', () => {
  it('a pinned quote comes in, in the order of the talk, and counts as one', () => {
    const pin = edit('pin', 't3', 'One wing powers about a thousand homes when the moon is right.');
    expect(apply([pin]).quotes.map(({ text, pinned }) => [text, pinned])).toEqual([
      [pin.words, true],
    ]);
  });

  it('a rejected quote goes, and the next best takes its place', () => {
    const { quotes } = apply([edit('reject', 't1', LINES[1] ?? '')]);
    expect(quotes.map(({ text }) => text)).toEqual(['The sea does the rest.']);
  });

  it('a section keeps its new title even when its first turn is no longer its first', () => {
    const { sections } = apply([edit('title', 't2', 'How much power')]);
    expect(sections.map(({ title, retitled }) => [title, retitled])).toEqual([
      ['How much power', true],
    ]);
    expect(sections[0]?.why.title).toMatch(/owner/);
  });

  it('a pin survives a correction of its words, verbatim as they are now', () => {
    const corrected = [...LINES];
    corrected[3] =
      'One wing powers about twelve hundred homes when the moon is right. The rest too.';
    const { quotes, unresolved } = apply(
      [edit('pin', 't3', 'One wing powers about a thousand homes when the moon is right.')],
      corrected,
    );
    expect(quotes.find(({ pinned }) => pinned)?.text).toMatch(/twelve hundred homes/);
    expect(corrected[3]).toContain(quotes.find(({ pinned }) => pinned)?.text);
    expect(unresolved).toEqual([]);
  });

  it('tells which edits are about words that are gone', () => {
    const gone = edit('pin', 't9', 'Something nobody ever said on any show at all.');
    expect(apply([gone]).unresolved).toEqual([gone]);
    expect(apply([edit('title', 't9', 'Nowhere')]).unresolved).toHaveLength(1);
  });
});

describe('words found again', () => {
  it('are looked for first in the turn they came from', () => {
    const turns = turnsOf(['The sea is wide.', 'The sea is wide.']);
    expect(locate('The sea is wide.', turns, 't1')?.turn).toBe(1);
    expect(locate('The sea is wide.', turns, 'elsewhere')?.turn).toBe(0);
  });

  it('may have changed a little, not a lot', () => {
    const turns = turnsOf(['Before that, one wing powers a thousand homes at night, they say.']);
    const found = locate('One wing powers a thousand houses at night', turns, 't0');
    expect(turns[0]?.text.slice(found?.start, found?.end)).toBe(
      'one wing powers a thousand homes at night',
    );
    expect(locate('Two kites were sold for nothing by somebody', turns, 't0')).toBeNull();
    expect(locate('', turns, 't0')).toBeNull();
  });
});
