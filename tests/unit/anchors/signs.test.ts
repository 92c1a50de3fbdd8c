import { describe, expect, it } from 'vitest';
import { addressOf } from '@/lib/anchors/address';
import { resolveAddress, wordStream } from '@/lib/anchors/resolve';

/** What a link to some words of a text opens on. */
function opened(text: string, words: string): string {
  const turns = [{ anchor: 'a', text, startMs: 0 }];
  const start = text.indexOf(words);
  const selection = { firstTurn: 0, start, lastTurn: 0, end: start + words.length };
  const address = addressOf(turns, selection);
  if (!address) throw new Error('no words');
  const found = resolveAddress(wordStream(turns), address);
  if (!('start' in found)) throw new Error(found.kind);
  return text.slice(found.start, found.end);
}

describe('signs that change what a word says', () => {
  it.each([
    ['It cost $5 billion then.', '$5 billion', '$5 billion'],
    ['It cost “$5 billion,” then.', '$5 billion', '$5 billion'],
    ['It fell to −5 degrees.', '−5 degrees', '−5 degrees'],
    ['It lost -$20 that day.', '-$20', '-$20'],
    ['We were #1 there.', '#1 there', '#1 there'],
    ['Some 50% of it, or 60 %.', '50%', '50%'],
    ['Some 50% of it, or 60 %.', '60 %', '60 %'],
    ['He paid 5 € for C++.', '5 €', '5 €'],
    ['He paid 5 € for C++.', 'C++', 'C++'],
    ['At 20° it melts.', 'At 20°', 'At 20°'],
  ])('in %j belong to %j', (text, words, expected) => {
    expect(opened(text, words)).toBe(expected);
  });

  it.each([
    ['A well-known a/b test.', 'known', 'known'],
    ['Pages 10-12, in full.', '12', '12'],
    ['It ended. “Then,” he said.', 'Then', 'Then'],
    ['He paid 5 €20 bills.', 'paid 5', 'paid 5'],
    ['One – two.', 'two', 'two'],
    ['a+b', 'a', 'a'],
  ])('are not what stands between others: in %j, %j', (text, words, expected) => {
    expect(opened(text, words)).toBe(expected);
  });
});
