import { readName } from './person-name.ts';
import { likeness } from './same-person.ts';

/** A person of one show, as they are resolved now. */
export interface ShowPerson {
  slug: string;
  name: string;
  /** Every spelling that the files have. */
  spellings: readonly string[];
  /** Slugs of the episodes in which they speak. */
  episodes: ReadonlySet<string>;
}

/** Two who may be one person: for the owner to decide. */
export interface PeopleProposal {
  /** The fuller name, and the one that may be another spelling of it. */
  name: string;
  other: string;
  /** An episode in which both speak, which speaks against it; else null. */
  together: string | null;
  episodes: [number, number];
}

/**
 * Pairs of one show that may be one person, by names alone: a given name and a full one, a short or
 * mistyped form, a missing middle name. Most episodes first. Only names that share a word are compared.
 */
export function proposePeople(
  people: readonly ShowPerson[],
  areApart: (one: string, other: string) => boolean,
): PeopleProposal[] {
  return proposeAmong(people, areApart, 'perhaps');
}

/**
 * Pairs of different shows that would be one person by rule if they were of one show: over the border of a
 * show nobody is joined by more than the same full name. `shows` has the people of each.
 */
export function proposeAcross(
  shows: readonly (readonly ShowPerson[])[],
  areApart: (one: string, other: string) => boolean,
): PeopleProposal[] {
  const everybody = new Map<string, ShowPerson>();
  const homes = new Map<string, Set<number>>();
  for (const [i, people] of shows.entries()) {
    for (const person of people) {
      const { slug, name } = person;
      homes.set(slug, (homes.get(slug) ?? new Set()).add(i));
      const before = everybody.get(slug) ?? { slug, name, spellings: [], episodes: new Set() };
      const spellings = [...before.spellings, ...person.spellings];
      const episodes = new Set([...before.episodes, ...person.episodes]);
      everybody.set(slug, { slug, name, spellings, episodes });
    }
  }
  const meet = (one: ShowPerson, other: ShowPerson) =>
    [...(homes.get(one.slug) ?? [])].some((show) => homes.get(other.slug)?.has(show));
  return proposeAmong([...everybody.values()], areApart, 'same', meet);
}

function proposeAmong(
  people: readonly ShowPerson[],
  areApart: (one: string, other: string) => boolean,
  least: 'same' | 'perhaps',
  leaveOut: (one: ShowPerson, other: ShowPerson) => boolean = () => false,
): PeopleProposal[] {
  const byWord = new Map<string, Set<ShowPerson>>();
  for (const person of people) {
    for (const spelling of [person.name, ...person.spellings]) {
      const { words, nicknames, bracketed } = readName(spelling);
      for (const word of [...words, ...nicknames, ...bracketed])
        byWord.set(word, (byWord.get(word) ?? new Set()).add(person));
    }
  }
  const seen = new Set<string>();
  const proposals: PeopleProposal[] = [];
  for (const alike of byWord.values()) {
    for (const one of alike) {
      for (const other of alike) {
        if (one === other || seen.has(`${one.slug}\n${other.slug}`)) continue;
        seen.add(`${one.slug}\n${other.slug}`).add(`${other.slug}\n${one.slug}`);
        const proposal = leaveOut(one, other) ? null : propose(one, other, areApart, least);
        if (proposal) proposals.push(proposal);
      }
    }
  }
  const weight = ({ episodes }: PeopleProposal) => Math.min(...episodes);
  return proposals.sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
}

function propose(
  one: ShowPerson,
  other: ShowPerson,
  areApart: (one: string, other: string) => boolean,
  least: 'same' | 'perhaps',
): PeopleProposal | null {
  const names = ({ name, spellings }: ShowPerson) => [...new Set([name, ...spellings])];
  const pairs = names(one).flatMap((mine) => names(other).map((yours) => [mine, yours] as const));
  if (pairs.some(([mine, yours]) => areApart(mine, yours))) return null;
  const likely = pairs.some(([mine, yours]) => {
    const alike = likeness(mine, yours);
    return alike === 'same' || alike === least;
  });
  if (!likely) return null;
  const [full, short] =
    readName(one.name).words.length >= readName(other.name).words.length
      ? [one, other]
      : [other, one];
  return {
    name: full.name,
    other: short.name,
    together: [...full.episodes].find((episode) => short.episodes.has(episode)) ?? null,
    episodes: [full.episodes.size, short.episodes.size],
  };
}
