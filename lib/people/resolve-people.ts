import { fullestName } from './fullest-name.ts';
import { groupNames, type NameNode } from './name-groups.ts';
import type { OwnersWord } from './people-rules.ts';
import { foldName, isFullName } from './person-name.ts';

/** A name that speaks in an episode of the show. */
export interface Occurrence {
  /** As the ingest found it. */
  name: string;
  /** The episode's slug. */
  episode: string;
  role: 'host' | 'guest' | null;
  /** “Speaker B”: somebody else in every episode. */
  unnamed: boolean;
}

/** Who an occurrence is. */
export interface Resolved {
  /** How the person is called; the file's own words for somebody unnamed. */
  name: string;
  /**
   * `everywhere`: a full name, the same person in all shows. `show`: known in this show only.
   * `episode`: in this episode only.
   */
  scope: 'everywhere' | 'show' | 'episode';
  /** True where the owner wrote the name. */
  owners: boolean;
}

/** A line of the owner's that was not followed, since both names speak in one episode. */
export interface NotJoined {
  episode: string;
  name: string;
  other: string;
}

/**
 * Who the speakers of one show are, one answer for each occurrence: what the owner says first, then what
 * is certain by rule (`name-groups.ts`). The answers do not depend on the order of the episodes.
 * A line of the owner's never joins two who speak in one episode, unless it says so (`together`).
 */
export function resolvePeople(
  occurrences: readonly Occurrence[],
  owner: OwnersWord,
): { people: Resolved[]; notJoined: NotJoined[] } {
  const { spelled, notJoined } = spellAll(occurrences, owner);
  const nodes = new Map<string, Draft>();
  for (const [i, occurrence] of occurrences.entries()) {
    const said = spelled[i];
    if (!said || (occurrence.unnamed && !said.owners)) continue;
    const key = foldName(said.name);
    const node = nodes.get(key) ?? emptyDraft();
    nodes.set(key, node);
    (said.owners ? node.written : node.names).add(said.name);
    if (!occurrence.unnamed) node.forms.add(occurrence.name);
    node.forms.add(said.name);
    node.episodes.add(occurrence.episode);
    if (occurrence.role === 'host') node.host = true;
    if (occurrence.role === 'guest') node.guest = true;
  }
  const drafts = [...nodes.values()];
  const groups = groupNames(
    drafts.map(
      (draft): NameNode => ({
        ...draft,
        name: nameOf([draft]),
        owners: draft.written.size > 0,
      }),
    ),
    owner.areApart,
  );
  const byNode = new Map<Draft, Resolved>();
  for (const group of groups) {
    const members = group.flatMap((at) => drafts[at] ?? []);
    const name = nameOf(members);
    const own = members.some(({ forms }) => [...forms].some(owner.isOfThisShowOnly));
    const resolved: Resolved = {
      name,
      scope: isFullName(name) && !own ? 'everywhere' : 'show',
      owners: members.some(({ written }) => written.size > 0),
    };
    for (const member of members) byNode.set(member, resolved);
  }
  const people = occurrences.map((occurrence, i): Resolved => {
    const said = spelled[i];
    const node = said && nodes.get(foldName(said.name));
    const found = node && (!occurrence.unnamed || said.owners) ? byNode.get(node) : undefined;
    return found ?? { name: occurrence.name, scope: 'episode', owners: false };
  });
  return { people, notJoined };
}

interface Draft {
  /** Spellings of the files, and of the owner. */
  names: Set<string>;
  written: Set<string>;
  forms: Set<string>;
  episodes: Set<string>;
  host: boolean;
  guest: boolean;
}

const emptyDraft = (): Draft => ({
  names: new Set(),
  written: new Set(),
  forms: new Set(),
  episodes: new Set(),
  host: false,
  guest: false,
});

function nameOf(members: readonly Draft[]): string {
  const written = members.flatMap((member) => [...member.written]);
  return fullestName(written.length > 0 ? written : members.flatMap(({ names }) => [...names]));
}

interface Spelled {
  name: string;
  owners: boolean;
}

/** Every name as the owner spells it, but no two in one episode under one name unless the owner says so. */
function spellAll(occurrences: readonly Occurrence[], owner: OwnersWord) {
  const spelled: Spelled[] = [];
  const notJoined: NotJoined[] = [];
  const holders = new Map<string, string>();
  const place = (episode: string, name: string) => `${episode}\n${foldName(name)}`;
  // Who is called so by the file keeps the name; others are joined to it.
  const said = occurrences.map(({ name, episode }) => owner.spelling(name, episode));
  for (const [i, { name, episode }] of occurrences.entries()) {
    const target = said[i]?.name ?? name;
    if (foldName(name) === foldName(target)) holders.set(place(episode, target), foldName(name));
  }
  for (const [i, { name, episode }] of occurrences.entries()) {
    const word = said[i];
    if (!word) {
      spelled.push({ name, owners: false });
      continue;
    }
    const at = place(episode, word.name);
    const holder = holders.get(at) ?? foldName(name);
    if (holder !== foldName(name) && !word.together) {
      notJoined.push({ episode, name: word.name, other: name });
      spelled.push({ name, owners: false });
      continue;
    }
    holders.set(at, holder);
    spelled.push({ name: word.name, owners: true });
  }
  return { spelled, notJoined };
}
