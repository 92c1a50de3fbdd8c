import { describe, expect, it } from 'vitest';
import { bitcoinTranscripts } from '@/lib/transcript/formats/bitcoin-transcripts';
import { turnsOf } from './written';

const FRONT = [
  '---',
  'title: Coins: a talk',
  '\tbroken: [x',
  'transcript_by: somebody',
  'speakers:',
  '  - Ann Lee',
  "  - 'Bo Dahl'",
  'date: 2019-08-08',
  'media: https://example.com/a',
  '---',
];

describe('Bitcoin Transcripts', () => {
  const transcript = bitcoinTranscripts.parse(
    [
      ...FRONT,
      '',
      '# Intro',
      '',
      'Ann Lee (AL): Welcome to [the show](https://example.com).',
      '',
      'BD: Hi.',
      '',
      '# Wallets',
      '',
      'BIP 174: https://example.com/bip',
      '',
      'AL:Go on.',
      '',
      'BD: Yes.',
      '',
      'AL: Right.',
      '',
      'BD: Bye.',
    ].join('\n'),
  );

  it('are claimed by their front matter, valid YAML or not', () => {
    expect(
      bitcoinTranscripts.detect([...FRONT, 'AL: One.', 'BD: Two.', 'AL: Three.'].join('\n')),
    ).toBeGreaterThan(0.9);
    expect(bitcoinTranscripts.detect('AL: One.\nBD: Two.\nAL: Three.')).toBe(0);
  });

  it('give initials the names they are introduced with, or that the front matter has', () => {
    expect(transcript.speakers).toEqual([
      { label: 'AL', name: 'Ann Lee', role: null, inferred: false },
      { label: 'BD', name: 'Bo Dahl', role: null, inferred: false },
    ]);
    expect(turnsOf(transcript)).toEqual([
      ['Ann Lee', 'Welcome to the show.'],
      ['Bo Dahl', 'Hi.'],
      ['Ann Lee', 'Go on.'],
      ['Bo Dahl', 'Yes.'],
      ['Ann Lee', 'Right.'],
      ['Bo Dahl', 'Bye.'],
    ]);
    expect(transcript.warnings).toEqual([]);
  });

  it('have title, date, topics and notes', () => {
    expect(transcript).toMatchObject({
      title: 'Coins: a talk',
      date: '2019-08-08',
      headings: [
        { title: 'Intro', turn: 0 },
        { title: 'Wallets', turn: 2 },
      ],
    });
    expect(transcript.notes.map(({ line }) => line)).toEqual([3, 4, 9, 14, 20]);
  });

  it('put times under their speakers', () => {
    const { turns } = bitcoinTranscripts.parse(
      [
        ...FRONT,
        'Speaker 0: 00:00:01',
        '',
        'One.',
        'Two.',
        '',
        '## Topic',
        '',
        'Speaker 1: 01:00:02',
        '',
        'Three.',
      ].join('\n'),
    );
    expect(turns.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['One. Two.', 1_000],
      ['Three.', 3_602_000],
    ]);
  });

  it('take a talk before the first question for speech, and a short opening for notes', () => {
    const paragraph =
      'We begin with bread, which is old, and which people like very much in the morning.';
    const questions = ['Q: Why?', '', 'A: Because.', '', 'Q: Really?', '', 'A: Yes.'];
    const read = (count: number) =>
      bitcoinTranscripts.parse(
        [
          ...FRONT,
          'Location: a hall',
          '',
          ...Array.from({ length: count }, () => [paragraph, '']).flat(),
          ...questions,
        ].join('\n'),
      );
    const talk = read(12);
    expect(talk.turns).toHaveLength(16);
    expect(talk.turns.filter(({ speaker }) => speaker === null)).toHaveLength(12);
    expect(talk.notes.map(({ text }) => text)).toContain('Location: a hall');
    expect(read(1).turns).toHaveLength(4);
  });

  it('without any names are one turn a paragraph', () => {
    const { format, turns } = bitcoinTranscripts.parse(
      [
        ...FRONT,
        '# Talk',
        '',
        'We begin with bread.',
        '',
        '- It is old.',
        '',
        '# End',
        '',
        'Bye.',
      ].join('\n'),
    );
    expect(format).toBe('bitcoin-transcripts');
    expect(turns.map(({ text }) => text)).toEqual(['We begin with bread.', 'It is old.', 'Bye.']);
  });
});
