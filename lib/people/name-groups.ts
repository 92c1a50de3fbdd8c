import { type PersonName, readName } from './person-name.ts';
import { contradicts, likenessOf } from './same-person.ts';

/** One name of a show, in whatever spellings fold to it. */
export interface NameNode {
  name: string;
  /** As the files spell it, and as the owner does. */
  forms: ReadonlySet<string>;
  /** Slugs of the episodes in which it speaks. */
  episodes: ReadonlySet<string>;
  host: boolean;
  guest: boolean;
  /** True where the name is one that the owner wrote down. */
  owners: boolean;
}

interface Read extends NameNode {
  parts: PersonName[];
}

/**
 * Which names of one show are certainly one person: groups of positions in `nodes`. Two are never joined
 * that both speak in one episode, that the owner tells apart, or that the owner wrote down as two; and a
 * group in which any two contradict each other (John A., John B.) is no group at all. A single name
 * belongs to the only full name that spells it out as a nickname, or to the only host of that given name
 * where nobody else of the show has it.
 */
export function groupNames(
  nodes: readonly NameNode[],
  areApart: (one: string, other: string) => boolean,
): number[][] {
  const read = nodes.map(
    (node): Read => ({ ...node, parts: [...new Set([node.name, ...node.forms])].map(readName) }),
  );
  const blocked = (one: Read, other: Read) =>
    (one.owners && other.owners) ||
    meet(one.episodes, other.episodes) ||
    [...one.forms].some((mine) => [...other.forms].some((yours) => areApart(mine, yours)));
  const isFull = ({ parts }: Read) => parts.some(({ words }) => words.length > 1);
  const groups = joinFull(read, isFull, blocked);
  const singles = read.flatMap((node, i) => (isFull(node) ? [] : [i]));
  const index = wordIndex(groups, read);
  for (const at of singles) {
    const single = read[at];
    const word = single?.parts[0]?.words[0];
    if (!single || word === undefined || single.parts.some(({ surnameOnly }) => surnameOnly)) {
      groups.push([at]);
      continue;
    }
    const nicknamed = index.nicknames.get(word) ?? new Set();
    const given = index.given.get(word) ?? new Set();
    const candidates = new Set([...nicknamed, ...given]);
    const [group] = candidates;
    const members = group?.map((i) => read[i]).filter((node) => node !== undefined) ?? [];
    const certain =
      candidates.size === 1 &&
      (nicknamed.size === 1 || (members.some(({ host }) => host) && !single.guest));
    if (group && certain && !members.some((node) => blocked(node, single))) group.push(at);
    else groups.push([at]);
  }
  return groups.map((group) => group.sort((a, b) => a - b));
}

/** Full names that are the same, group by group. */
function joinFull(
  read: readonly Read[],
  isFull: (node: Read) => boolean,
  blocked: (one: Read, other: Read) => boolean,
): number[][] {
  const bySurname = new Map<string, number[]>();
  for (const [i, node] of read.entries()) {
    if (!isFull(node)) continue;
    const surname = node.parts.find(({ words }) => words.length > 1)?.words.at(-1) ?? '';
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), i]);
  }
  return [...bySurname.values()].flatMap((family) => {
    const groups: number[][] = [];
    const left = new Set(family);
    for (const start of family) {
      if (!left.delete(start)) continue;
      const group = [start];
      for (const at of group) {
        for (const other of left) {
          if (!isSame(read[at], read[other])) continue;
          left.delete(other);
          group.push(other);
        }
      }
      const agree = group.every((one, i) =>
        group.slice(i + 1).every((other) => {
          const [a, b] = [read[one], read[other]];
          return a && b && !blocked(a, b) && !contradictNodes(a, b);
        }),
      );
      groups.push(...(agree ? [group] : group.map((one) => [one])));
    }
    return groups;
  });
}

const isSame = (one: Read | undefined, other: Read | undefined): boolean =>
  one?.parts.some((a) => other?.parts.some((b) => likenessOf(a, b) === 'same')) ?? false;

const contradictNodes = (one: Read, other: Read) =>
  one.parts.some((a) => other.parts.some((b) => contradicts(a, b)));

/** By word: the groups that have it as a nickname, and as a given name. */
function wordIndex(groups: readonly number[][], read: readonly Read[]) {
  const nicknames = new Map<string, Set<number[]>>();
  const given = new Map<string, Set<number[]>>();
  const add = (map: typeof given, word: string, group: number[]) =>
    map.set(word, (map.get(word) ?? new Set()).add(group));
  for (const group of groups) {
    for (const at of group) {
      for (const { words, nicknames: own } of read[at]?.parts ?? []) {
        for (const word of own) add(nicknames, word, group);
        if (words[0] !== undefined && words.length > 1) add(given, words[0], group);
      }
    }
  }
  return { nicknames, given };
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  for (const each of small) if (large.has(each)) return true;
  return false;
}
