import { describe, expect, it } from 'vitest';
import { newsroomNames } from '@/lib/people/newsroom';
import { parseTranscript } from '@/lib/transcript/formats';

const namesOf = (...labels: string[]) =>
  [...newsroomNames(labels)].map(([label, { main, name, host }]) => [label, main, name, host]);

describe('labels in capitals', () => {
  it('are names as people write them, their role apart', () => {
    expect(
      namesOf('GUY RAZ, HOST', 'JANE MCDONALD-O’NEIL', 'JUAN DE LA CRUZ', 'J.D. VANCE'),
    ).toEqual([
      ['GUY RAZ, HOST', 'GUY RAZ, HOST', 'Guy Raz', true],
      ['JANE MCDONALD-O’NEIL', 'JANE MCDONALD-O’NEIL', 'Jane McDonald-O’Neil', false],
      ['JUAN DE LA CRUZ', 'JUAN DE LA CRUZ', 'Juan de la Cruz', false],
      ['J.D. VANCE', 'J.D. VANCE', 'J.D. Vance', false],
    ]);
  });

  it('of one word mean the only whole name that has it', () => {
    const named = newsroomNames(['GUY RAZ, HOST', 'ANN LEE', 'BO LEE', 'RAZ', 'LEE', 'BO']);
    expect(named.get('RAZ')?.main).toBe('GUY RAZ, HOST');
    expect(named.get('BO')?.main).toBe('BO LEE');
    expect(named.has('LEE')).toBe(false);
  });

  it('are left alone where names are written with small letters, or are initials', () => {
    expect(namesOf('Guy Raz', 'RAZ')).toEqual([]);
    expect(namesOf('AL', 'BD')).toEqual([]);
    expect(namesOf('ANN LEE', 'BO DAHL')).toEqual([]);
  });

  it('make one speaker of a file’s two ways of naming them', () => {
    const { speakers, turns } = parseTranscript(
      [
        'GUY RAZ, HOST:\n\nHello, and welcome to the show.',
        'JANE DOE: Thank you for having me here today.',
        'RAZ: So how did it all begin with you?',
        'DOE: It began early, in a barn.',
      ].join('\n\n'),
    );
    expect(speakers.map(({ label, name, role }) => [label, name, role])).toEqual([
      ['GUY RAZ, HOST', 'Guy Raz', 'host'],
      ['JANE DOE', 'Jane Doe', null],
    ]);
    expect(turns.map(({ speaker }) => speaker)).toEqual([0, 1, 0, 1]);
  });
});
