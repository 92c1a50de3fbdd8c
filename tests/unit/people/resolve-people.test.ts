import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullestName } from '@/lib/people/fullest-name';
import { type PeopleRule, rulesOfShow } from '@/lib/people/people-rules';
import { readName } from '@/lib/people/person-name';
import { proposeAcross, proposePeople } from '@/lib/people/propose-people';
import { type Occurrence, resolvePeople } from '@/lib/people/resolve-people';

/** Each line is an episode: names joined by commas, a “*” behind a host and a “+” behind a guest. */
const speaking = (...episodes: string[]): Occurrence[] =>
  episodes.flatMap((names, i) =>
    names.split(', ').map((name) => ({
      name: name.replace(/[*+]$/, ''),
      episode: `e${i}`,
      role: name.endsWith('*') ? ('host' as const) : name.endsWith('+') ? ('guest' as const) : null,
      unnamed: false,
    })),
  );
const rules = (...list: Partial<PeopleRule>[]) =>
  rulesOfShow(
    list.map((rule) => ({
      show: null,
      episode: null,
      kind: 'same' as const,
      name: '',
      other: '',
      ...rule,
    })),
    'show',
  );
const names = (occurrences: readonly Occurrence[], owner = rules()) =>
  resolvePeople(occurrences, owner).people.map(({ name }) => name);

describe('who is who in a show', () => {
  it('joins what is certain, under the fullest name', () => {
    expect(names(speaking('Swyx', 'Shawn Wang', 'Shawn “Swyx” Wang', 'swyx', 'Swyx Wang'))).toEqual(
      Array(5).fill('Shawn “Swyx” Wang'),
    );
    expect(names(speaking('José García', 'JOSE GARCIA', 'Dr. Jose Garcia'))).toEqual(
      Array(3).fill('José García'),
    );
    expect(names(speaking('John A. Smith', 'John Smith'))).toEqual(Array(2).fill('John A. Smith'));
  });

  it('joins a given name only with the one known host of it', () => {
    expect(names(speaking('Vibu Reddy*', 'Vibu'))).toEqual(['Vibu Reddy', 'Vibu Reddy']);
    expect(names(speaking('Vibu Reddy', 'Vibu'))).toEqual(['Vibu Reddy', 'Vibu']);
    expect(names(speaking('Vibu Reddy*', 'Vibu+'))).toEqual(['Vibu Reddy', 'Vibu']);
    expect(names(speaking('Vibu Reddy*', 'Vibu Rao', 'Vibu'))[2]).toBe('Vibu');
    expect(names(speaking('Vibu Reddy*, Vibu'))).toEqual(['Vibu Reddy', 'Vibu']);
  });

  it('joins nobody where one spelling could be two', () => {
    const johns = ['John A. Smith', 'John B. Smith', 'John Smith'];
    expect(names(speaking(...johns))).toEqual(johns);
    const two = ['Shawn “Swyx” Wang', 'Simon “Swyx” West', 'Swyx'];
    expect(names(speaking(...two))).toEqual(two);
    expect(names(speaking('Shawn “Swyx” Wang, Swyx'))).toEqual(['Shawn “Swyx” Wang', 'Swyx']);
  });

  it('asks the owner first', () => {
    const spoken = speaking('Shawn “Swyx” Wang', 'Swyx', 'Etan He');
    expect(names(spoken, rules({ name: 'Ethan He', other: 'Etan He' }))[2]).toBe('Ethan He');
    expect(names(spoken, rules({ name: 'Shawn Wang', other: 'Swyx' }))).toEqual([
      'Shawn Wang',
      'Shawn Wang',
      'Etan He',
    ]);
    const apart = rules({ kind: 'apart', name: 'Swyx', other: 'Shawn “Swyx” Wang' });
    expect(names(spoken, apart)).toEqual(['Shawn “Swyx” Wang', 'Swyx', 'Etan He']);
  });

  it('does not depend on the order of the episodes, and joins no two surnames', () => {
    const name = fc.constantFrom(
      ...['Swyx', 'Shawn Wang', 'Shawn “Swyx” Wang', 'Ann Lee', 'Ann B. Lee', 'Ann C. Lee'],
      ...['Ann', 'Dr. Ann Lee', 'Bo Lee', 'Bo', 'Anne Lee', 'Ann Low', 'Lee', 'Dr. Lee'],
    );
    const role = fc.constantFrom('host' as const, 'guest' as const, null);
    const cast = fc.uniqueArray(fc.record({ name, role }), {
      minLength: 1,
      maxLength: 3,
      selector: (one) => one.name,
    });
    fc.assert(
      fc.property(fc.array(cast, { minLength: 1, maxLength: 6 }), (casts) => {
        const talks = casts.map((people, i) =>
          people.map((person) => ({ ...person, episode: `e${i}`, unnamed: false })),
        );
        const asMap = (occurrences: Occurrence[]) =>
          new Map(
            resolvePeople(occurrences, rules()).people.map((person, i) => [
              `${occurrences[i]?.episode} ${occurrences[i]?.name}`,
              person.name,
            ]),
          );
        const found = asMap(talks.flat());
        expect(new Map([...asMap(talks.toReversed().flat())].sort())).toEqual(
          new Map([...found].sort()),
        );
        for (const [said, name] of found) {
          const [mine, theirs] = [readName(said.slice(3)).words, readName(name).words];
          if (mine.length > 1) expect(theirs.at(-1)).toBe(mine.at(-1));
        }
        // Two who speak in one episode stay two, however they are spelled.
        for (const [i, people] of casts.entries()) {
          const heard = people.map((person) => found.get(`e${i} ${person.name}`));
          expect(new Set(heard).size).toBe(people.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name that is shown', () => {
  it('is the fullest, with its marks and without titles', () => {
    expect(fullestName(['Swyx', 'Shawn “Swyx” Wang', 'Shawn Wang'])).toBe('Shawn “Swyx” Wang');
    expect(fullestName(['JOSE GARCIA', 'Dr. José García', 'José García'])).toBe('José García');
  });
});

describe('proposals', () => {
  const person = (name: string, ...episodes: string[]) => ({
    slug: name,
    name,
    spellings: [name],
    episodes: new Set(episodes),
  });
  it('are what is likely and not certain, and say where both speak', () => {
    const people = [
      person('Ethan He', 'a', 'b'),
      person('Etan He', 'c'),
      person('Vibu Reddy', 'a'),
      person('Vibu', 'a'),
      person('Bo Dahl', 'a'),
    ];
    const found = proposePeople(people, () => false);
    expect(found.map(({ name, other, together }) => [name, other, together])).toEqual([
      ['Ethan He', 'Etan He', null],
      ['Vibu Reddy', 'Vibu', 'a'],
    ]);
    expect(proposePeople(people, (one) => one.includes('He'))).toHaveLength(1);
  });
  it('over shows are what would be one person in one show', () => {
    const shows = [
      [person('Shawn “Swyx” Wang', 'a'), person('Vibu Reddy', 'a'), person('Ann Lee', 'a')],
      [person('Swyx', 'b'), person('Vibu', 'b'), person('Ann Lee', 'b')],
    ];
    const found = proposeAcross(shows, () => false);
    expect(found.map(({ name, other }) => [name, other])).toEqual([['Shawn “Swyx” Wang', 'Swyx']]);
    expect(proposeAcross([shows.flat()], () => false)).toEqual([]);
  });
});
