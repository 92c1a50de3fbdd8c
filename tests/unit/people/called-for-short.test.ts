import { describe, expect, it } from 'vitest';
import { calledForShort } from '@/lib/people/called-for-short';

/** Who is whom for short, where these speak one after the other. */
function short(said: readonly string[], settled: readonly string[] = []): string[] {
  const names = [...new Set(said)];
  const found = calledForShort(
    names.map((name) => ({ label: name, name })),
    said.map((name) => ({ speaker: names.indexOf(name) })),
    new Set(settled.map((name) => names.indexOf(name))),
  );
  return found.map((one) => `${names[one.short]} is ${names[one.full]}`);
}

describe('labels for short', () => {
  it('are whose full name speaks once before', () => {
    expect(short(['Jane Smith', 'Bo Dahl', 'Jane', 'Bo', 'Jane'])).toEqual([
      'Jane is Jane Smith',
      'Bo is Bo Dahl',
    ]);
  });

  it.each([
    ['the full name speaks on', ['Jane Smith', 'Bo', 'Jane', 'Jane Smith', 'Jane']],
    ['the short one speaks first', ['Jane', 'Bo', 'Jane Smith']],
    ['two have the given name', ['Jane Smith', 'Jane Dahl', 'Jane']],
    ['it is a surname', ['Jane Smith', 'Dr. Smith']],
    ['it is no name', ['Speaker One', 'Speaker']],
  ])('are nobody’s where %s', (_, said) => {
    expect(short(said)).toEqual([]);
  });

  it('stay as the owner names them', () => {
    expect(short(['Jane Smith', 'Bo', 'Jane'], ['Jane'])).toEqual([]);
  });
});
