import { z } from 'zod';
import type { PeopleRule } from '../people/people-rules.ts';
import type { ShowPerson } from '../people/propose-people.ts';
import type { Db, Tx } from './client.ts';

const Kind = z.enum(['same', 'together', 'apart']);

/** Everything of the owner's people file that is applied, in its order. */
export async function readPeopleRules(db: Db | Tx): Promise<PeopleRule[]> {
  const rows = await db.peopleRule.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ show, episode, kind, name, other }) => ({
    show,
    episode,
    kind: Kind.parse(kind),
    name,
    other,
  }));
}

/** Everybody who speaks in a show and has a name, by address. */
export async function readShowPeople(db: Db, show: string): Promise<ShowPerson[]> {
  const rows = await db.appearance.findMany({
    where: { episode: { show: { slug: show } }, unnamed: false },
    orderBy: { id: 'asc' },
    select: {
      statedName: true,
      episode: { select: { slug: true } },
      speaker: { select: { slug: true, name: true } },
    },
  });
  const people = new Map<
    string,
    { slug: string; name: string; spellings: string[]; episodes: Set<string> }
  >();
  for (const { statedName, episode, speaker } of rows) {
    const person = people.get(speaker.slug) ?? { ...speaker, spellings: [], episodes: new Set() };
    people.set(speaker.slug, person);
    if (statedName !== null && !person.spellings.includes(statedName))
      person.spellings.push(statedName);
    person.episodes.add(episode.slug);
  }
  return [...people.values()];
}
