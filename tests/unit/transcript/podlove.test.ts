import { describe, expect, it } from 'vitest';
import { parseTranscript } from '@/lib/transcript/formats';
import { timedTurnsOf, turnsOf } from './written';

const parse = (document: unknown) => parseTranscript(JSON.stringify(document));

describe('Podlove JSON', () => {
  it('is read with or without milliseconds, and by number where there is no voice', () => {
    const transcript = parse([
      { start: '00:00:00.005', end: '00:00:09.458', speaker: '3', voice: 'Eric', text: 'Hallo.' },
      { start: '00:00:10', start_ms: 10_001, speaker: '4', voice: '', text: 'Hallo' },
      { start: '01:00:00.5', speaker: 4, text: 'du.' },
      { start: '01:00:02', speaker: '', voice: null, text: 'Hm.' },
    ]);
    expect(timedTurnsOf(transcript)).toEqual([
      ['Eric', 'Hallo.', 5],
      ['Speaker 1', 'Hallo du.', 10_001],
      [null, 'Hm.', 3_602_000],
    ]);
    expect(transcript.warnings.map(({ message }) => message)).toEqual([
      'The file does not say who speaks here.',
    ]);
  });

  it('is read grouped by speaker', () => {
    const items = (...texts: string[]) =>
      texts.map((text, i) => ({ start: `00:00:0${i}.000`, end: `00:00:0${i}.900`, text }));
    const group = (speaker: string, ...texts: string[]) => ({
      speaker,
      start: '00:00:00.000',
      items: items(...texts),
    });
    expect(turnsOf(parse([group('Ann', 'Hi.', 'So.'), group('Bo', 'Yes.')]))).toEqual([
      ['Ann', 'Hi. So.'],
      ['Bo', 'Yes.'],
    ]);
  });
});

describe('a list of turns in JSON', () => {
  it('keeps what was not said as notes, with its line', () => {
    const text = JSON.stringify(
      {
        podcast: 'BookBytes',
        transcript: [
          { text: '(Intro music: Electro swing)' },
          { timestamp: '0:00:11.3', speaker: 'Adam', text: 'Hello (laughs) there.' },
          { timestamp: '0:00:12', speaker: 'Jen', text: 'Hi.' },
          { speaker: 'Jen', text: 'So.' },
        ],
      },
      null,
      1,
    );
    const transcript = parseTranscript(text);
    expect(transcript.show).toBe('BookBytes');
    expect(timedTurnsOf(transcript)).toEqual([
      ['Adam', 'Hello there.', 11_300],
      ['Jen', 'Hi. So.', 12_000],
    ]);
    expect(transcript.notes).toEqual([
      { line: 4, text: '(Intro music: Electro swing)' },
      { line: 7, text: '(laughs)' },
    ]);
  });
});
