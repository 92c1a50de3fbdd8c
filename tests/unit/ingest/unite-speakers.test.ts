import { describe, expect, it } from 'vitest';
import { nameTranscript } from '@/lib/ingest/name-speakers';
import { IngestOptions } from '@/lib/ingest/options';
import { parseTranscript } from '@/lib/transcript/formats/index';

const read = (
  lines: readonly string[],
  speakers: { label: string; name: string; role: null }[] = [],
) =>
  nameTranscript(parseTranscript(lines.join('\n\n')), {
    ...IngestOptions.parse({}),
    speakers,
  } as never);
const whoSpeaks = (lines: readonly string[]) => {
  const { speakers, turns } = read(lines);
  return turns.map(({ speaker }) => speakers[speaker ?? -1]?.name ?? null);
};

describe('one person under two labels', () => {
  const talk = [
    'Ann Marie Lee: Good morning.',
    'Bo Dahl: Thank you.',
    'Ann: Shall we begin?',
    'Bo: Yes.',
    'Ann: Then tell us.',
    'Bo: Well.',
  ];

  it('is one speaker, marked inferred, and it is told where', () => {
    const { speakers, turns, warnings } = read(talk);
    expect(speakers).toEqual([
      { label: 'Ann Marie Lee', name: 'Ann Marie Lee', role: null, inferred: true },
      { label: 'Bo Dahl', name: 'Bo Dahl', role: null, inferred: true },
    ]);
    expect(turns.map(({ speaker }) => speaker)).toEqual([0, 1, 0, 1, 0, 1]);
    expect(warnings.filter(({ message }) => message.includes('is taken to be'))).toEqual([
      {
        line: 5,
        message:
          '“Ann” is taken to be Ann Marie Lee, the only speaker of that name; say otherwise with --speaker Ann="Name".',
      },
      {
        line: 7,
        message:
          '“Bo” is taken to be Bo Dahl, the only speaker of that name; say otherwise with --speaker Bo="Name".',
      },
    ]);
  });

  it('stays two where two have the given name, talk to each other, or the owner says so', () => {
    expect(
      whoSpeaks([
        'Ann Lee: One.',
        'Ann Berg: Two.',
        'Ann: Three.',
        'Bo: Four.',
        'Ann: Five.',
        'Bo: Six.',
        'Ann Lee: Seven.',
        'Ann Berg: Eight.',
      ]),
    ).toContain('Ann');
    expect(whoSpeaks(['Ann Lee: One.', 'Ann: Two.', 'Ann Lee: Three.', 'Ann: Four.'])).toEqual([
      'Ann Lee',
      'Ann',
      'Ann Lee',
      'Ann',
    ]);
    const { speakers } = read(talk, [{ label: 'Ann', name: 'Anna Holm', role: null }]);
    expect(speakers.map(({ name }) => name)).toEqual(['Ann Marie Lee', 'Bo Dahl', 'Anna Holm']);
  });

  it('is one where only the spelling differs', () => {
    const { speakers, warnings } = read([
      'Ann Lee: One.',
      'Bo Dahl: Two.',
      'ANN LEE: Three.',
      'Bo Dahl: Four.',
      'Ann Lee: Five.',
    ]);
    expect(speakers.map(({ name, inferred }) => [name, inferred])).toEqual([
      ['Ann Lee', false],
      ['Bo Dahl', false],
    ]);
    expect(
      warnings.some(({ message }) => message.startsWith('“ANN LEE” is taken to be Ann Lee')),
    ).toBe(true);
  });
});
