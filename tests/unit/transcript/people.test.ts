import { describe, expect, it } from 'vitest';
import { readPeople } from '@/lib/transcript/people';

const read = (line: string, role: 'host' | 'guest' | null = null) =>
  readPeople(line, role).map(({ name, role, label }) => [name, role, label]);

describe('a line of people', () => {
  it('switches roles at the words “hosts” and “guest”', () => {
    expect(
      read('Ethan He (ex-xAI, Nvidia), hosts Shawn “Swyx” Wang (A), and Vibu (C)', 'guest'),
    ).toEqual([
      ['Ethan He', 'guest', null],
      ['Shawn “Swyx” Wang', 'host', 'A'],
      ['Vibu', 'host', 'C'],
    ]);
  });

  it('takes roles and labels from brackets', () => {
    expect(read('Ann Lee (host, A), Bo Dahl (guest)(B)')).toEqual([
      ['Ann Lee', null, 'A'],
      ['Bo Dahl', 'guest', 'B'],
    ]);
  });

  it('reads a label before the name', () => {
    expect(read('A: Ann Lee, B = Bo Dahl', 'host')).toEqual([
      ['Ann Lee', 'host', 'A'],
      ['Bo Dahl', 'host', 'B'],
    ]);
  });

  it('keeps a description with the person before it', () => {
    expect(read('Ann Lee, CEO of Crumb (B), and Bo Dahl', 'guest')).toEqual([
      ['Ann Lee', 'guest', 'B'],
      ['Bo Dahl', 'guest', null],
    ]);
  });

  it('is nobody for an empty line', () => {
    expect(read(' , (C)')).toEqual([]);
  });
});
