import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeline, type TimelineTurn } from '@/lib/media/timeline';

const given = (startMs: number, endMs: number, more: Partial<TimelineTurn> = {}): TimelineTurn => ({
  startMs,
  endMs,
  timing: 'given',
  length: 100,
  ...more,
});
const estimated = (startMs: number, endMs: number, withinMs?: number) =>
  given(startMs, endMs, { timing: 'estimated', ...(withinMs !== undefined && { withinMs }) });

describe('what is being said', () => {
  it('is the turn that began last, also in the pause after it; nothing before the first', () => {
    const { spokenAt } = createTimeline([given(1000, 2000), given(5000, 6000)]);
    expect(spokenAt(999)).toBeNull();
    expect(spokenAt(1000)).toEqual({ kind: 'known', turn: 0, span: null });
    expect(spokenAt(4999)).toMatchObject({ turn: 0 });
    expect(spokenAt(5000)).toMatchObject({ turn: 1 });
    expect(spokenAt(1e9)).toMatchObject({ turn: 1 });
    expect(createTimeline([]).spokenAt(0)).toBeNull();
  });

  it('is the long turn again after a word thrown in', () => {
    const { spokenAt } = createTimeline([
      given(0, 10_000),
      given(3000, 3500),
      given(10_000, 11_000),
    ]);
    expect(spokenAt(3200)).toMatchObject({ turn: 1 });
    expect(spokenAt(4000)).toMatchObject({ turn: 0 });
  });

  it('is the words between two known times', () => {
    const marks = [
      [20, 2000],
      [60, 6000],
    ] as const;
    const { spokenAt } = createTimeline([given(0, 9000, { marks })]);
    const spans = [0, 1999, 2000, 5999, 6000, 20_000].map((ms) => {
      const spoken = spokenAt(ms);
      return spoken?.kind === 'known' && spoken.span ? [spoken.span.start, spoken.span.end] : null;
    });
    expect(spans).toEqual([
      [0, 20],
      [0, 20],
      [20, 60],
      [20, 60],
      [60, 100],
      [60, 100],
    ]);
  });

  it('is one of several turns where times are estimated', () => {
    const turns = Array.from({ length: 10 }, (_, i) => estimated(i * 1000, i * 1000 + 1000, 1500));
    expect(createTimeline(turns).spokenAt(5500)).toEqual({
      kind: 'about',
      turn: 5,
      first: 3,
      last: 7,
      withinMs: 1500,
    });
  });

  it('is never taken past a known time', () => {
    const { spokenAt } = createTimeline([
      estimated(0, 1000, 60_000),
      given(1000, 2000),
      estimated(2000, 3000, 60_000),
      estimated(3000, 4000),
      given(4000, 5000),
    ]);
    expect(spokenAt(2500)).toMatchObject({ kind: 'about', turn: 2, first: 2, last: 3 });
    expect(spokenAt(3500)).toMatchObject({ turn: 3, withinMs: null });
    expect(spokenAt(1500)).toMatchObject({ kind: 'known', turn: 1 });
  });

  const anyTurns = fc.array(
    fc
      .tuple(fc.nat(100_000), fc.nat(5000), fc.boolean(), fc.nat(9000))
      .map(([start, length, known, within]) =>
        known ? given(start, start + length) : estimated(start, start + length, within),
      ),
    { minLength: 1, maxLength: 40 },
  );

  it('is what looking at every turn finds', () => {
    fc.assert(
      fc.property(anyTurns, fc.nat(110_000), (turns, ms) => {
        const numbered = turns.map((turn, position) => ({ ...turn, position }));
        const begun = numbered
          .filter(({ startMs }) => startMs <= ms)
          .sort((a, b) => b.startMs - a.startMs || b.position - a.position);
        const expected = begun.find(({ endMs }) => endMs > ms) ?? begun[0];
        const spoken = createTimeline(turns).spokenAt(ms);
        expect(spoken?.turn).toBe(expected?.position);
        expect(spoken?.kind).toBe(
          expected && (expected.timing === 'estimated' ? 'about' : 'known'),
        );
        if (spoken?.kind === 'about') {
          expect(spoken.first).toBeLessThanOrEqual(spoken.turn);
          expect(spoken.last).toBeGreaterThanOrEqual(spoken.turn);
        }
      }),
    );
  });
});

describe('silence', () => {
  it('is passed over but for a breath, where it is long and both sides are known', () => {
    const { afterSilence, hasSilence } = createTimeline([given(0, 1000), given(6000, 7000)]);
    expect(hasSilence).toBe(true);
    expect([500, 1000, 1200].map(afterSilence)).toEqual([null, null, null]);
    expect([1250, 3000, 5749].map(afterSilence)).toEqual([5750, 5750, 5750]);
    expect([5750, 6500, 9000].map(afterSilence)).toEqual([null, null, null]);
  });

  it('is none while somebody still speaks, before the first turn, or in a short pause', () => {
    const { afterSilence, hasSilence } = createTimeline([
      given(9000, 30_000),
      given(10_000, 10_500),
      given(31_900, 40_000),
    ]);
    expect([1000, 11_000, 20_000, 31_000].map(afterSilence)).toEqual([null, null, null, null]);
    expect(hasSilence).toBe(false);
  });

  it('is not known where a time beside it is an estimate', () => {
    for (const turns of [
      [estimated(0, 1000), given(9000, 10_000)],
      [given(0, 1000), estimated(9000, 10_000)],
    ]) {
      const { afterSilence, hasSilence } = createTimeline(turns);
      expect(afterSilence(4000)).toBeNull();
      expect(hasSilence).toBe(false);
    }
  });

  it('never leads backwards or past the next word', () => {
    const turns = fc.array(
      fc.tuple(fc.nat(60_000), fc.nat(9000)).map(([start, length]) => given(start, start + length)),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(turns, fc.nat(70_000), (all, ms) => {
        const target = createTimeline(all).afterSilence(ms);
        if (target === null) return;
        expect(target).toBeGreaterThan(ms);
        const missed = all.filter(({ startMs, endMs }) => endMs > ms && startMs < target);
        expect(missed).toEqual([]);
      }),
    );
  });
});
