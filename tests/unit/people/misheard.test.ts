import { describe, expect, it } from 'vitest';
import { heardAs } from '@/lib/people/misheard';

const people = ['Pieter Lindqvist', 'Aaron van Wirden', 'Mara Osei', 'Shin'].map((name) => ({
  name,
}));
const heard = (name: string) => heardAs(name, people)?.name ?? null;

describe('a name that a machine wrote down by ear', () => {
  it.each([
    ['Peter Lindkwist', 'Pieter Lindqvist'],
    ['Aron Favirden', 'Aaron van Wirden'],
    ['Mara Osay', 'Mara Osei'],
  ])('%s is %s', (name, person) => {
    expect(heard(name)).toBe(person);
  });

  it.each(['Pieter Brown', 'Paul Lindqvist', 'Mara', 'Martin Osei', 'Shin Lee'])(
    '%s is nobody who is known',
    (name) => {
      expect(heard(name)).toBeNull();
    },
  );

  it('is nobody where it could be two', () => {
    const two = [{ name: 'Jane Smith' }, { name: 'Jane Smythe' }];
    expect(heardAs('Jane Smeeth', two)).toBeNull();
  });
});
