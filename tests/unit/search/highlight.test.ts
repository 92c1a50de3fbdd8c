import { describe, expect, it } from 'vitest';
import { highlightTurns } from '@/lib/search/highlight';
import { parseQuery } from '@/lib/search/parse-query';

const turns = [
  { speaker: 'Ann Lee', text: 'The oven and the bread.' },
  { speaker: 'Bo Dahl', text: 'Bread is patience.' },
  { speaker: 'Ann Lee', text: 'The breed of the dog.' },
];
const marked = (q: string, landing?: number) =>
  highlightTurns(turns, parseQuery(q, { typing: true }), landing).map((spans, i) =>
    spans.map(({ start, end }) => turns[i]?.text.slice(start, end)),
  );

describe('highlights in an episode', () => {
  it('are in the turns that have all the words', () => {
    expect(marked('bread')).toEqual([['bread'], ['Bread'], []]);
    expect(marked('bread oven')).toEqual([['oven', 'bread'], [], []]);
  });

  it('forgive typos where no turn has the words as typed', () => {
    expect(marked('braed ')).toEqual([['bread'], ['Bread'], ['breed']]);
  });

  it('forgive typos in the turn to which a result led', () => {
    expect(marked('bread ', 2)).toEqual([['bread'], ['Bread'], ['breed']]);
  });

  it('leave out other speakers where one is asked for', () => {
    expect(marked('bread speaker:bo')).toEqual([[], ['Bread'], []]);
  });

  it('are none where nothing is asked', () => {
    expect(marked('  ')).toEqual([[], [], []]);
  });
});
