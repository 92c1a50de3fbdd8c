import { describe, expect, it } from 'vitest';
import { timesInWords } from '@/components/reader/times-in-words';
import { clockTitle, roughly } from '@/components/time';
import type { TurnView } from '@/lib/store/views';

const turn = (change: Partial<TurnView>): TurnView => ({
  anchor: 'a',
  speaker: 0,
  text: 'Bread and butter.',
  startMs: 0,
  endMs: 1_000,
  timing: 'estimated',
  ...change,
});

describe('what times are worth', () => {
  it('is not said where all are given', () => {
    expect(timesInWords({ timing: 'given', turns: [turn({ timing: 'given' })] })).toBeNull();
  });

  it('is a range for estimates', () => {
    const turns = [turn({ withinMs: 68_100 }), turn({ withinMs: 14_000 })];
    expect(timesInWords({ timing: 'estimated', turns })).toContain(
      'came without any. Those marked ≈ are estimates from how long saying the words before them takes, and probably within 15 seconds to 70 seconds of the moment, the nearer a known time the surer',
    );
    expect(timesInWords({ timing: 'estimated', turns: turns.toReversed() })).toContain(
      'the later in the episode the less sure',
    );
    expect(
      timesInWords({ timing: 'estimated', turns: [...turns, turn({ timing: 'given' })] }),
    ).toContain('gives some of them');
  });

  it('is the share of words found for captions', () => {
    const turns = [
      turn({ timing: 'aligned', confidence: 1 }),
      turn({ timing: 'aligned', confidence: 0.5 }),
    ];
    expect(timesInWords({ timing: 'aligned', turns })).toBe(
      'About the times: they were carried over from captions of the same recording, word by word; 75 % of the words are in them.',
    );
    expect(
      timesInWords({ timing: 'estimated', turns: [...turns, turn({ withinMs: 3_000 })] }),
    ).toContain('75 % of the words are in them. Those marked ≈ are estimates');
  });

  it('is unknown for what an older version stored', () => {
    expect(timesInWords({ timing: 'estimated', turns: [turn({})] })).toContain('off by minutes');
  });
});

describe('a range', () => {
  it.each([
    [1, '0:05'],
    [5_000, '0:05'],
    [66_000, '1:10'],
    [130_000, '2:30'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(roughly(ms)).toBe(text);
  });

  it('stands on estimated clocks alone', () => {
    expect(clockTitle({ withinMs: 66_000 })).toBe('An estimate, probably within 1:10');
    expect(clockTitle({})).toBeUndefined();
  });
});
