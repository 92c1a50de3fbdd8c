import { isUnnamed } from '../people/nameless.ts';
import type { NotJoined } from '../people/resolve-people.ts';
import type { Tx } from './client.ts';
import { PENDING, type SettledShow } from './read-occurrences.ts';
import type { SpeakerRecord } from './records.ts';
import { retireSpeakers } from './retire-speakers.ts';
import { settlePeople } from './settle-people.ts';

/** An episode whose speakers are written. */
interface Saved {
  id: number;
  slug: string;
  show: SettledShow;
}

/** Who spoke in the version before, by label. */
export interface SpokeBefore {
  label: string;
  role: string | null;
  statedName: string;
  slug: string;
}

export async function readSpeakersBefore(tx: Tx, episodeId: number): Promise<SpokeBefore[]> {
  const rows = await tx.appearance.findMany({
    where: { episodeId },
    select: {
      label: true,
      role: true,
      statedName: true,
      speaker: { select: { slug: true, name: true } },
    },
  });
  return rows.map(({ speaker, statedName, ...row }) => ({
    ...row,
    statedName: statedName ?? speaker.name,
    slug: speaker.slug,
  }));
}

/**
 * The speakers that an episode's appearances belong to at first, as ids: for a name that speaks in another
 * episode of the show already who it is there; else a place until `settleSpeakers`. `open` are the names
 * that could make a difference to who is who.
 */
export async function placeSpeakers(
  tx: Tx,
  episode: Saved,
  speakers: readonly SpeakerRecord[],
  before: readonly SpokeBefore[],
): Promise<{ ids: number[]; open: string[] }> {
  const ruled = (await tx.peopleRule.count({ where: { episode: episode.slug } })) > 0;
  const ids: number[] = [];
  const open: string[] = [];
  for (const [position, speaker] of speakers.entries()) {
    const { name } = speaker;
    const known = ruled ? null : await knownSpeaker(tx, episode, speaker);
    if (known !== null && !ids.includes(known)) ids.push(known);
    else {
      open.push(name);
      const slug = `${PENDING}${episode.id}${PENDING}${position}`;
      ids.push((await tx.speaker.create({ data: { slug, name } })).id);
    }
  }
  const key = (name: string, role: string | null) => `${name}\n${role}`;
  const now = new Set(speakers.map(({ name, role }) => key(name, role)));
  const gone = before.filter(({ statedName, role }) => !now.has(key(statedName, role)));
  return { ids, open: [...open, ...gone.map(({ statedName }) => statedName)] };
}

/** Who speaks under that name and in that role in another episode of the show. */
async function knownSpeaker(
  tx: Tx,
  { id, show }: Saved,
  { label, name, role }: SpeakerRecord,
): Promise<number | null> {
  if (isUnnamed({ label, name })) return null;
  const episode = { showId: show.id, id: { not: id } };
  const where = { statedName: name, role, unnamed: false, episode };
  const same = await tx.appearance.findFirst({ where, select: { speakerId: true } });
  return same?.speakerId ?? null;
}

/**
 * Settles who the speakers of a freshly written episode are, and of its show with them; addresses that
 * the version before had lead to who speaks under that label now.
 * @returns what the owner should know, a sentence each.
 */
export async function settleSpeakers(
  tx: Tx,
  { id, slug: episode, show }: Saved,
  before: readonly SpokeBefore[],
  open: readonly string[],
): Promise<string[]> {
  const { moved, joined, notJoined } = await settlePeople(tx, [show], {
    episode,
    names: open,
  });
  const now = await tx.appearance.findMany({
    where: { episodeId: id },
    select: { label: true, statedName: true, speaker: { select: { slug: true } } },
  });
  const moves = before.flatMap(({ label, statedName, slug }) => {
    // Who took over the other episodes has the address.
    if (moved.some(({ from }) => from.slug === slug)) return [];
    const heir =
      now.find((one) => one.label === label) ?? now.find((one) => one.statedName === statedName);
    return heir && heir.speaker.slug !== slug ? [{ from: slug, to: heir.speaker.slug }] : [];
  });
  await retireSpeakers(tx, moves);
  return [
    ...joined.map(
      ({ stated, name, episodes }) =>
        `“${stated}” is ${name} (${episodes === 1 ? '1 episode' : `${episodes} episodes`}); if not, say “not the same: ${stated}, ${name}” (npm run people).`,
    ),
    ...notJoined.map(describeNotJoined),
  ];
}

export const describeNotJoined = ({ name, other, episode }: NotJoined): string =>
  `“${other}” is not taken for ${name} in “${episode}”, where both speak; if one person has two labels there, say “even together: ${name} = ${other}”.`;
