import { neighbourhood } from '../people/neighbourhood.ts';
import { type PeopleRule, rulesOfShow } from '../people/people-rules.ts';
import { foldName } from '../people/person-name.ts';
import { type NotJoined, resolvePeople } from '../people/resolve-people.ts';
import { inChunks, type Tx } from './client.ts';
import {
  keepStatedNames,
  PENDING,
  readOccurrences,
  readStatedNames,
  type SettledShow,
  type ShowPart,
  type StoredOccurrence,
} from './read-occurrences.ts';
import { readPeopleRules } from './read-people.ts';
import { retireSpeakers } from './retire-speakers.ts';
import { slugPeople } from './speaker-slugs.ts';
import { type Wished, writeSpeakers, writeSpellings } from './write-speakers.ts';

/** What became of the speakers of some shows. */
export interface SettledPeople {
  /** Somebody who is found under another address now, in so many episodes. */
  moved: MovedSpeaker[];
  /** Speakers who keep their address and are called otherwise now. */
  renamed: { slug: string; from: string; to: string }[];
  /** Spellings that became somebody's by rule, which nobody should have to find out by chance. */
  joined: { stated: string; name: string; episodes: number }[];
  /** Lines of the owner's that were not followed. */
  notJoined: NotJoined[];
  /** Slugs of the episodes that show somebody's name or address otherwise than before. */
  episodes: string[];
}

export interface MovedSpeaker {
  from: { slug: string; name: string };
  to: { slug: string; name: string };
  /** The name as the files have it. */
  stated: string;
  byOwner: boolean;
  episodes: number;
}

/** Names of an episode that could make a difference to others; without them whole shows are settled. */
export interface ChangedNames {
  episode: string;
  names: readonly string[];
}

interface Placed {
  row: StoredOccurrence;
  slug: string;
  owners: boolean;
}

/**
 * Says anew who the speakers of these shows are, by the owner's rules and by what is certain, and makes it
 * so: speakers, the addresses that others take over, and the note to the search engines. What every file
 * said stays beside it, so that a rule that is taken away is as if it had never been.
 */
export async function settlePeople(
  tx: Tx,
  shows: readonly SettledShow[],
  change?: ChangedNames,
): Promise<SettledPeople> {
  await keepStatedNames(tx);
  const rules = await readPeopleRules(tx);
  const wished = new Map<string, Wished>();
  const placed: Placed[] = [];
  const notJoined: NotJoined[] = [];
  for (const show of shows) {
    const part = change && (await partAround(tx, show, change, rules));
    const rows = await readOccurrences(tx, show.id, part?.part);
    const { people, notJoined: left } = resolvePeople(rows, rulesOfShow(rules, show.slug));
    notJoined.push(...left);
    const slugs = await slugPeople(tx, show, rows, people);
    for (const [i, row] of rows.entries()) {
      const [person, slug] = [people[i], slugs[i]];
      if (!person || slug === undefined) continue;
      // The rest was looked at only to answer for these.
      if (part && !row.unnamed && !part.affected.has(row.name)) continue;
      placed.push({ row, slug, owners: person.owners });
      const wish = wished.get(slug) ?? { names: new Set(), owners: new Set() };
      wished.set(slug, wish);
      (person.owners ? wish.owners : wish.names).add(person.name);
    }
  }
  const inShows = new Set(shows.map(({ id }) => id));
  const { ids, renamed } = await writeSpeakers(tx, wished, inShows);
  const moves = placed.filter(({ row, slug }) => row.speaker.slug !== slug);
  const movedTo = new Map<number | undefined, number[]>();
  for (const { row, slug } of moves) {
    const speakerId = ids.get(slug);
    const rows = movedTo.get(speakerId) ?? [];
    movedTo.set(speakerId, rows);
    rows.push(row.id);
  }
  for (const [speakerId, rows] of movedTo) {
    if (speakerId === undefined) continue;
    for (const part of inChunks(rows))
      await tx.appearance.updateMany({ where: { id: { in: part } }, data: { speakerId } });
  }
  await retireSpeakers(
    tx,
    moves.map(({ row, slug }) => ({ from: row.speaker.slug, to: slug })),
  );
  const respelled = await writeSpellings(tx, [...ids.values()]);
  const episodeIds = new Set(moves.map(({ row }) => row.episodeId));
  for (const part of inChunks([...renamed.map(({ id }) => id), ...respelled])) {
    const touched = await tx.appearance.findMany({
      where: { speakerId: { in: part } },
      select: { episodeId: true },
    });
    for (const { episodeId } of touched) episodeIds.add(episodeId);
  }
  const moved = await tellMoves(tx, moves);
  return {
    moved: moved.filter(({ from }) => !from.slug.startsWith(PENDING)),
    renamed: renamed.map(({ slug, from, to }) => ({ slug, from, to })),
    joined: moved.flatMap(({ stated, to, episodes, byOwner }) =>
      byOwner || foldName(stated) === foldName(to.name) ? [] : { stated, name: to.name, episodes },
    ),
    notJoined,
    episodes: await noteChanged(tx, [...episodeIds]),
  };
}

/** The names of a show that a change could make a difference to. */
async function partAround(
  tx: Tx,
  show: SettledShow,
  { episode, names }: ChangedNames,
  rules: readonly PeopleRule[],
) {
  const { affected, context } = neighbourhood(await readStatedNames(tx, show.id), names, rules);
  const ruled = rules.flatMap((rule) => rule.episode ?? []);
  const part: ShowPart = { names: context, episodeSlugs: [...new Set([episode, ...ruled])] };
  return { affected, part };
}

/** Gives the episodes a new version, which the search engines have yet to see; returns their slugs. */
async function noteChanged(tx: Tx, ids: readonly number[]): Promise<string[]> {
  const slugs: string[] = [];
  const updatedAt = new Date();
  for (const part of inChunks(ids.toSorted((a, b) => a - b))) {
    const where = { id: { in: part } };
    await tx.episode.updateMany({ where, data: { updatedAt } });
    await tx.outboxEntry.createMany({ data: part.map((episodeId) => ({ episodeId })) });
    const rows = await tx.episode.findMany({
      where,
      select: { slug: true },
      orderBy: { id: 'asc' },
    });
    slugs.push(...rows.map(({ slug }) => slug));
  }
  return slugs;
}

async function tellMoves(tx: Tx, moves: readonly Placed[]): Promise<MovedSpeaker[]> {
  const named = new Map<string, string>();
  for (const part of inChunks([...new Set(moves.map(({ slug }) => slug))])) {
    for (const { slug, name } of await tx.speaker.findMany({ where: { slug: { in: part } } }))
      named.set(slug, name);
  }
  const told = new Map<string, MovedSpeaker>();
  for (const { row, slug, owners } of moves) {
    const { speaker, name } = row;
    const key = `${speaker.slug}\n${slug}\n${name}`;
    const move = told.get(key) ?? {
      from: { slug: speaker.slug, name: speaker.name },
      to: { slug, name: named.get(slug) ?? name },
      stated: name,
      byOwner: owners,
      episodes: 0,
    };
    move.episodes++;
    told.set(key, move);
  }
  return [...told.values()];
}
