import { expect, it } from 'vitest';
import { describeLinks } from '../../../lib/ingest/describe-links.ts';

const link = (n: number, words: string | null = 'Yes.') => ({
  link: `#turn-${n}`,
  to: '#turn-x',
  words,
});
const links = (count: number) => Array.from({ length: count }, (_, n) => link(n));

it('says nothing where nothing happened to links', () => {
  expect(describeLinks({ moved: [], lost: [] })).toEqual([]);
});

it('counts those that moved, and names those that are lost, up to five', () => {
  expect(describeLinks({ moved: links(1), lost: [link(1), link(2, null)] })).toEqual([
    '1 old link follows its words to another place.',
    '2 old links find no words any more, only about where they stood: #turn-1 “Yes.”, #turn-2',
  ]);
  const [moved, lost] = describeLinks({ moved: links(3), lost: links(7) });
  expect(moved).toBe('3 old links follow their words to other places.');
  expect(lost).toMatch(/^7 old links find .*#turn-4 “Yes\.”, and 2 more$/);
});
