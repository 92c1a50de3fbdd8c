import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meant } from '@/lib/people/known-person';
import { readName } from '@/lib/people/person-name';
import { likeness } from '@/lib/people/same-person';

const SAME = [
  ['Ann Lee', 'ann  LEE'],
  ['José García', 'Jose Garcia'],
  ['Dr. Ann Lee', 'Ann Lee, PhD'],
  ['Prof. Dr. Ann Lee', 'Ann Lee'],
  ['Shawn “Swyx” Wang', 'Shawn Wang'],
  ['Shawn “Swyx” Wang', 'Swyx'],
  ['Shawn "Swyx" Wang', 'swyx'],
  ['Shawn (Swyx) Wang', 'Swyx Wang'],
  ['John A. Smith', 'John Smith'],
  ['John A. Smith', 'John Adam Smith'],
] as const;
const PERHAPS = [
  ['Etan He', 'Ethan He'],
  ['Vibu', 'Vibu Reddy'],
  ['Dr. Lee', 'Ann Lee'],
  ['Dan Shapiro', 'Daniel Shapiro'],
  ['Shawn Wang (Swyx)', 'Swyx'],
  ['Mary Ann Lee', 'Mary Lee'],
  ['John Smith', 'John Smith Jr.'],
  ['Anna van der Berg', 'Anna Berg'],
  ['Jerod Santo', 'Jerod Sento'],
] as const;
const DIFFERENT = [
  ['Ann Lee', 'Ann Low'],
  ['Ann Lee', 'Bo Lee'],
  ['John A. Smith', 'John B. Smith'],
  ['John Smith Jr.', 'John Smith Sr.'],
  ['Ann “Bo” Lee', 'Ann “Cy” Lee'],
  ['Dr. Lee', 'Lee'],
  ['Swyx', 'Shawn Wang'],
  ['Wang', 'Swyx'],
] as const;

describe('two spellings', () => {
  it.each(SAME)('%s and %s are the same name', (one, other) => {
    expect([likeness(one, other), likeness(other, one)]).toEqual(['same', 'same']);
  });
  it.each(PERHAPS)('%s and %s may be the same person, which the owner decides', (one, other) => {
    expect([likeness(one, other), likeness(other, one)]).toEqual(['perhaps', 'perhaps']);
  });
  it.each(DIFFERENT)('%s and %s are two', (one, other) => {
    expect([likeness(one, other), likeness(other, one)]).toEqual(['different', 'different']);
  });

  it('are judged alike from both sides, and never joined over different surnames', () => {
    const words = [
      ['', 'Dr.', 'Prof.'],
      ['Ann', 'ANN', 'Änn', 'Bo', 'A.', ''],
      ['', 'B.', 'Beth', '“Bo”', '(Cy)', 'van'],
      ['Lee', 'Low', 'léé', 'Li', ''],
      ['', 'Jr.', 'III', 'PhD', '(Bo)'],
    ].map((list) => fc.constantFrom(...list));
    const name = fc.tuple(...words).map((parts) => parts.filter(Boolean).join(' '));
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(likeness(one, one)).toBe('same');
        const said = likeness(one, other);
        expect(likeness(other, one)).toBe(said);
        const [a, b] = [readName(one).words, readName(other).words];
        if (said === 'same' && a.length > 1 && b.length > 1) expect(a.at(-1)).toBe(b.at(-1));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a label beside the people of its episode', () => {
  const people = ['Ann Lee', 'Ann B. Low', 'Shawn “Swyx” Wang'].map((name) => ({ name }));

  it('means who is spelled so, by whatever the rule has for certain', () => {
    expect(meant('ann lee', people)).toEqual({ person: people[0], certain: true });
    expect(meant('Swyx', people)).toEqual({ person: people[2], certain: true });
  });
  it('means the only one of its given name, which is a conclusion', () => {
    expect(meant('Shawn', people)).toEqual({ person: people[2], certain: false });
  });
  it('means nobody where several could be', () => {
    expect(meant('Ann', people)).toBeNull();
    expect(meant('Wang', people)).toBeNull();
    expect(meant('Dr. Lee', people)).toBeNull();
  });
});
