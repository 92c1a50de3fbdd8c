import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densestTurns, READING_PACE } from '@/lib/understanding/densest';
import { outline } from '@/lib/understanding/outline';
import { conversationOf } from './conversation';

const conversation = conversationOf(60);
const sections = outline(conversation);
const wordsOf = (turns: readonly number[]) =>
  turns.reduce((sum, turn) => sum + (conversation.turns[turn]?.text.match(/\S+/g)?.length ?? 0), 0);

describe('a shorter reading', () => {
  it('fits the time, keeps the order, and uses what time there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (minutes) => {
        const kept = densestTurns(conversation, sections, minutes);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        const all = wordsOf(conversation.turns.map((_, i) => i));
        expect(wordsOf(kept)).toBeLessThanOrEqual(minutes * READING_PACE * 1.05);
        expect(wordsOf(kept)).toBeGreaterThan(Math.min(all, minutes * READING_PACE) * 0.5);
      }),
      { numRuns: 8 },
    );
  });

  it('leaves small talk out before what it is all about', () => {
    const say = (speaker: number, text: string) => ({ speaker, text });
    const turns = [
      say(0, 'Hello, nice to see you, how was your weekend with the family and all of that.'),
      say(1, 'Kites in the tide make power: the kite turns the tide into power for the grid.'),
      say(0, 'Right, yes, okay, I see what you mean there, that is funny, really.'),
      say(1, 'The tide turns the kite, the kite turns a generator, and the grid takes the power.'),
    ].map((turn, i) => ({
      ...turn,
      startMs: i * 1000,
      endMs: i * 1000 + 1000,
      timing: 'given' as const,
    }));
    const talk = { ...conversation, turns };
    const whole = [{ title: '', firstTurn: 0, lastTurn: 3, startMs: 0, endMs: 4000 }];
    expect(densestTurns(talk, whole, 40 / READING_PACE)).toEqual([1, 3]);
  });

  it('of nothing is nothing', () => {
    expect(densestTurns({ ...conversation, turns: [] }, [], 10)).toEqual([]);
  });
});
