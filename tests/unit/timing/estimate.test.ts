import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorRange } from '@/lib/timing/error-range';
import { timeTurns, timeTurnsAndTell } from '@/lib/timing/estimate';

const turn = (text: string, startMs: number | null = null, endMs: number | null = null) => ({
  text,
  startMs,
  endMs,
});
const some = fc.record({
  text: fc.lorem({ maxCount: 30 }),
  startMs: fc.option(fc.nat(7_200_000)),
  endMs: fc.option(fc.nat(7_200_000)),
});

describe('times for turns', () => {
  it('never run backwards, whatever was given', () => {
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 40 }),
        fc.option(fc.nat(9_000_000)),
        (turns, duration) => {
          const timed = timeTurns(turns, { durationMs: duration ?? undefined });
          expect(timed).toHaveLength(turns.length);
          let before = 0;
          for (const { startMs, endMs } of timed) {
            expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true);
            expect(startMs).toBeGreaterThanOrEqual(before);
            expect(endMs).toBeGreaterThanOrEqual(startMs);
            before = startMs;
          }
        },
      ),
    );
  });

  it('fill the recording where its length is known', () => {
    const timed = timeTurns([turn('One two three.'), turn('Four.'), turn('Five six.')], {
      durationMs: 60_000,
    });
    expect(timed[0]?.startMs).toBe(0);
    expect(timed[2]?.endMs).toBe(60_000);
    expect(timed.every(({ timing }) => timing === 'estimated')).toBe(true);
  });

  it('give more words more time', () => {
    const [long, short] = timeTurns([
      turn('a long and winding sentence about bread'),
      turn('Yes.'),
    ]);
    const length = (span: typeof long) => (span ? span.endMs - span.startMs : 0);
    expect(length(long)).toBeGreaterThan(2 * length(short));
  });

  it('keep what is given to the millisecond and share out the rest', () => {
    const timed = timeTurns([
      turn('Hello there.', 1_234),
      turn('Hi.'),
      turn('So, bread.', 9_876, 11_000),
    ]);
    expect(timed[0]).toMatchObject({ startMs: 1_234, timing: 'given' });
    expect(timed[1]?.timing).toBe('estimated');
    expect(timed[1]?.startMs).toBeGreaterThan(1_234);
    expect(timed[1]?.endMs).toBe(9_876);
    expect(timed[2]).toMatchObject({ startMs: 9_876, endMs: 11_000, timing: 'given' });
  });

  it('estimate anew a given time that contradicts the others', () => {
    const timed = timeTurns([
      turn('a', 0),
      turn('b', 900_000),
      turn('c', 20_000),
      turn('d', 30_000),
    ]);
    expect(timed.map(({ timing }) => timing)).toEqual(['given', 'estimated', 'given', 'given']);
  });

  it('run at the pace of conversation where nothing is known', () => {
    const sentence = 'and then we looked at the oven and found that the bread was done.';
    const timed = timeTurns(Array.from({ length: 100 }, () => turn(sentence)));
    const minutes = (timed.at(-1)?.endMs ?? 0) / 60_000;
    const wordsPerMinute = (100 * sentence.split(' ').length) / minutes;
    expect(wordsPerMinute).toBeGreaterThan(140);
    expect(wordsPerMinute).toBeLessThan(210);
  });
});

describe('anchors', () => {
  const words = (count: number) => turn(`${'bread and butter '.repeat(count)}.`);
  const turns = Array.from({ length: 12 }, () => words(6));

  it('are kept exactly, and each stretch between them is filled by itself', () => {
    const timed = timeTurns(turns, {
      durationMs: 120_000,
      anchors: [
        { turn: 4, ms: 10_001 },
        { turn: 8, ms: 90_007 },
      ],
    });
    expect([4, 8].map((i) => timed[i]?.startMs)).toEqual([10_001, 90_007]);
    expect([4, 8].map((i) => timed[i]?.timing)).toEqual(['given', 'given']);
    expect(timed[6]?.startMs).toBeCloseTo(50_004, -1);
    expect(timed[11]?.endMs).toBe(120_000);
  });

  it('may stand between words: the words before and after are shared out on either side', () => {
    const text = `${'bread '.repeat(10)}${'butter '.repeat(10)}`.trim();
    const marks = [{ offset: text.indexOf('butter'), ms: 5_000 }];
    const timed = timeTurns([{ ...turn(text), marks }, words(5)], { durationMs: 60_000 });
    expect(timed[0]).toMatchObject({
      startMs: 0,
      timing: 'estimated',
      marks: [{ offset: 60, ms: 5_000, confidence: 1 }],
    });
    expect(timed[1]?.startMs).toBeGreaterThan(5_000);
  });

  it('that run backwards are left out and told, and spoil nothing', () => {
    const given = turns.map((each, i) => ({ ...each, startMs: i % 3 === 0 ? i * 10_000 : null }));
    const bad = given.map((each, i) => (i === 6 ? { ...each, startMs: 3_000_000 } : each));
    const { spans, leftOut } = timeTurnsAndTell(bad, { durationMs: 120_000 });
    expect(leftOut).toEqual([{ turn: 6, offset: 0, ms: 3_000_000 }]);
    expect(spans[6]).toMatchObject({ timing: 'estimated', confidence: 0 });
    expect(Math.abs((spans[6]?.startMs ?? 0) - 60_000)).toBeLessThan(2_000);
    expect(spans[3]?.startMs).toBe(30_000);
    expect(spans[9]?.startMs).toBe(90_000);
  });

  it('beyond the end of the recording are left out, unless it is the length that is wrong', () => {
    const late = [0, 10_000, 20_000, 30_000, 3_600_000].map((ms) => turn('Bread.', ms));
    expect(timeTurnsAndTell(late, { durationMs: 40_000 }).leftOut).toHaveLength(1);
    const short = timeTurnsAndTell(late.slice(0, 4), { durationMs: 2_000 });
    expect(short.leftOut).toEqual([]);
    expect(short.spans.map(({ timing }) => timing)).toEqual(Array(4).fill('given'));
  });

  it('whose place was concluded move their neighbours, and stay estimates', () => {
    const anchors = [{ turn: 6, ms: 20_000, concluded: true }];
    const timed = timeTurns(turns, { durationMs: 120_000, anchors });
    expect(timed[6]).toMatchObject({ startMs: 20_000, timing: 'estimated', confidence: 0 });
    expect(timed[3]?.startMs).toBeLessThan(13_000);
    const against = timeTurns(
      turns.map((each, i) => (i === 5 ? { ...each, startMs: 60_000 } : each)),
      { durationMs: 120_000, anchors },
    );
    expect(against[5]).toMatchObject({ startMs: 60_000, timing: 'given' });
    expect(against[6]?.startMs).toBeGreaterThanOrEqual(60_000);
  });

  it('tell how fast each speaker is', () => {
    const conversation = Array.from({ length: 40 }, (_, i) => ({ ...words(8), speaker: i % 2 }));
    let clock = 0;
    const truth = conversation.map(({ speaker }) => {
      const startMs = clock;
      clock += speaker === 0 ? 6_000 : 12_000;
      return startMs;
    });
    // Known where the slow one begins and, later, where the fast one begins: the pattern tells them apart.
    const known = new Set([0, 1, 2, 3, 10, 11, 20, 21, 30, 31, 32, 33]);
    const asked = conversation.map((each, i) => ({
      ...each,
      startMs: known.has(i) ? (truth[i] ?? 0) : null,
    }));
    const off = (timed: { startMs: number }[]) =>
      timed.reduce((sum, { startMs }, i) => sum + Math.abs(startMs - (truth[i] ?? 0)), 0);
    const told = timeTurns(asked, { durationMs: clock });
    const nobody = timeTurns(
      asked.map((each) => ({ ...each, speaker: null })),
      { durationMs: clock },
    );
    expect(off(told)).toBeLessThan(off(nobody) * 0.9);
  });
});

describe('the range of an estimate', () => {
  const anchor = (distanceMs: number) => ({ kind: 'anchor' as const, distanceMs });

  it('is nothing at a known time and grows with the distance from both', () => {
    expect(errorRange(anchor(0), anchor(600_000))).toBe(0);
    const ranges = [10_000, 60_000, 300_000].map((ms) => errorRange(anchor(ms), anchor(ms)));
    expect([...ranges].sort((a, b) => a - b)).toEqual(ranges);
    expect(ranges[0]).toBeGreaterThan(1_000);
    expect(ranges[2]).toBeLessThan(60_000);
  });

  it('is wider where only the beginning is supposed, and widest where nothing follows', () => {
    const [begun, open] = [
      { kind: 'beginning' as const, distanceMs: 300_000 },
      { kind: 'none' as const, distanceMs: 0 },
    ];
    expect(errorRange(begun, anchor(300_000))).toBeGreaterThan(
      errorRange(anchor(300_000), anchor(300_000)),
    );
    expect(errorRange(begun, open)).toBeGreaterThan(errorRange(begun, anchor(300_000)));
  });

  it('stands on every estimate and on nothing else', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (turns) => {
        for (const { timing, withinMs, confidence } of timeTurns(turns)) {
          expect(withinMs === null).toBe(timing === 'given');
          expect(confidence).toBe(timing === 'given' ? 1 : 0);
        }
      }),
    );
  });
});
