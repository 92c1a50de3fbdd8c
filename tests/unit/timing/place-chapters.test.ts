import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTurns } from '@/lib/timing/estimate';
import { placeChapters } from '@/lib/timing/place-chapters';

const TOPICS = ['sourdough starters', 'brick ovens', 'rye flour', 'selling bread'];
const talk = 'and then we looked at it again because it was not what we had thought it would be';
/** Ten turns about each topic, half a minute each. */
const turns = TOPICS.flatMap((topic) =>
  Array.from({ length: 10 }, (_, i) => ({
    text: i % 3 === 0 ? `So ${topic}, ${talk}.` : `Well, ${talk}, ${talk}.`,
    startMs: null,
    endMs: null,
  })),
);
const durationMs = 40 * 30_000;
const spans = timeTurns(turns, { durationMs });
const chapters = TOPICS.map((title, i) => ({ title, startMs: i * 300_000 }));

describe('published chapters', () => {
  it('begin where the words of their titles begin to be said', () => {
    const placed = placeChapters(turns, spans, chapters, durationMs);
    expect(placed.map(({ turn, ms }) => [turn, ms])).toEqual([
      [10, 300_000],
      [20, 600_000],
      [30, 900_000],
    ]);
    expect(placed.every(({ concluded }) => concluded)).toBe(true);
  });

  it('need no length of the recording', () => {
    const loose = timeTurns(turns);
    // Spoken a tenth more slowly than usual.
    const quarter = ((loose.at(-1)?.endMs ?? 0) * 1.1) / 4;
    const slow = TOPICS.map((title, i) => ({ title, startMs: Math.round(i * quarter) }));
    expect(placeChapters(turns, loose, slow).map(({ turn }) => turn)).toEqual([10, 20, 30]);
  });

  it('get no place where nothing speaks for one', () => {
    const others = chapters.map(({ startMs }) => ({ title: 'Gradient descent', startMs }));
    expect(placeChapters(turns, spans, others, durationMs)).toEqual([]);
    const far = [{ title: 'selling bread', startMs: 60_000 }];
    expect(placeChapters(turns, spans, far, durationMs)).toEqual([]);
  });

  it('take no turn whose time is known', () => {
    const given = timeTurns(turns.map((turn, i) => ({ ...turn, startMs: i * 30_000 })));
    expect(placeChapters(turns, given, chapters, durationMs)).toEqual([]);
  });

  it('keep their order, whatever their titles and times', () => {
    const any = fc.record({
      title: fc.constantFrom(...TOPICS, 'bread', 'nothing'),
      startMs: fc.nat(1_300_000),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (some) => {
        const placed = placeChapters(turns, spans, some, durationMs);
        for (const [i, anchor] of placed.entries()) {
          expect(anchor.turn).toBeGreaterThan(placed[i - 1]?.turn ?? 0);
          expect(anchor.ms).toBeGreaterThan(placed[i - 1]?.ms ?? -1);
          expect(some.map(({ startMs }) => startMs)).toContain(anchor.ms);
        }
      }),
    );
  });
});
