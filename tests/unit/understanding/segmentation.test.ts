import { describe, expect, it } from 'vitest';
import { METHODS } from '@/lib/understanding/segmentation/methods';
import { boundaryF1 } from '@/lib/understanding/segmentation/metrics';
import { cheapestPartition } from '@/lib/understanding/segmentation/partition';
import { conversationOf } from './conversation';

const GOLD = [12, 24, 36];
const conversation = conversationOf(12);
const lexical = Object.entries(METHODS).filter(
  ([name]) => !['none', 'even', 'random'].includes(name),
);

describe.each(lexical)('%s', (_, method) => {
  it('finds where the words change, told how often they do', () => {
    expect(boundaryF1(GOLD, method(conversation, 4), 2)).toBeGreaterThanOrEqual(0.6);
  });
});

describe.each(Object.entries(METHODS))('%s', (name, method) => {
  it('gives ascending positions inside the conversation, the same every time', () => {
    for (const turns of [1, 2, 3, 7, 25]) {
      const short = { ...conversation, turns: conversation.turns.slice(0, turns) };
      const found = method(short);
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
      for (const at of found) expect(at > 0 && at < turns).toBe(true);
      expect(method(short)).toEqual(found);
    }
  });

  it.skipIf(name === 'none')('gives as many sections as it is told', () => {
    expect(method(conversation, 4)).toHaveLength(3);
  });
});

describe('the method of the product', () => {
  const { earmark } = METHODS;

  it('finds the number of sections by itself', () => {
    expect(boundaryF1(GOLD, earmark?.(conversation) ?? [], 2)).toBeGreaterThanOrEqual(0.8);
  });

  it('finds no topics where there are no words to tell them by', () => {
    const silent = {
      ...conversation,
      turns: conversation.turns.map((turn) => ({ ...turn, text: 'Yeah.' })),
    };
    expect(earmark?.(silent)).toEqual([]);
  });
});

describe('the cheapest partition', () => {
  /** Cost of a group: how far its numbers are from their mean. */
  const numbers = [1, 1, 1, 9, 9, 5, 5, 5];
  const costsFrom = (start: number) =>
    Float64Array.from(numbers.slice(start), (_, i) => {
      const group = numbers.slice(start, start + i + 1);
      const mean = group.reduce((a, b) => a + b, 0) / group.length;
      return group.reduce((sum, n) => sum + (n - mean) ** 2, 0);
    });

  it('is the one with the least cost, told how many groups', () => {
    expect(cheapestPartition(8, costsFrom, { groups: 3 })).toEqual([3, 5]);
  });

  it('weighs groups against their price where it is not told', () => {
    expect(cheapestPartition(8, costsFrom, { perGroup: 1 })).toEqual([3, 5]);
    expect(cheapestPartition(8, costsFrom, { perGroup: 1_000 })).toEqual([]);
  });
});
