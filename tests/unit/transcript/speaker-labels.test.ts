import { describe, expect, it } from 'vitest';
import { speakersOfLabels } from '@/lib/transcript/speaker-labels';
import { labelOf } from '@/lib/transcript/spoken-piece';

const named = (...labels: string[]) => speakersOfLabels(labels).map(({ name }) => name);

describe('labels of recognisers', () => {
  it('become readable, counted in order of appearance, and are kept', () => {
    expect(speakersOfLabels(['SPEAKER_03', 'SPEAKER_00'])).toEqual([
      { label: 'SPEAKER_03', name: 'Speaker 1', role: null, inferred: false },
      { label: 'SPEAKER_00', name: 'Speaker 2', role: null, inferred: false },
    ]);
    const machines = ['spk_0', 'B', '0', 'S2', 'speaker 3', 'ch_1', 'channel 0, 1', 'colour #fff'];
    expect(named(...machines)).toEqual(machines.map((_, i) => `Speaker ${i + 1}`));
  });

  it('that are names, or read well, stay', () => {
    expect(named('Ann Lee', 'Speaker 1', 'R2D2', '田', 'Li', 'S. Lee')).toEqual([
      'Ann Lee',
      'Speaker 1',
      'R2D2',
      '田',
      'Li',
      'S. Lee',
    ]);
    expect(named('Speaker 1', 'A')).toEqual(['Speaker 1', 'Speaker 2']);
  });

  it('that say nobody knows are told from those that are not there', () => {
    for (const label of [
      '',
      ' ',
      'UNKNOWN',
      'Unknown Speaker',
      'SPEAKER_UNKNOWN',
      'UU',
      'None',
      -1,
    ]) {
      expect(labelOf(label)).toBe('');
    }
    expect(labelOf(null)).toBeNull();
    expect(labelOf(undefined)).toBeNull();
    expect(labelOf(0)).toBe('0');
    expect(labelOf(' Ann\n Lee ')).toBe('Ann Lee');
  });
});
