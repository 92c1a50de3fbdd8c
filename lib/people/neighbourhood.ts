import { foldName, readName } from './person-name.ts';

/** Names of a show around some that are new, gone or otherwise. */
export interface Neighbourhood {
  /** Whose answer may be another now. */
  affected: Set<string>;
  /** All that must be looked at to answer for them; includes them. */
  context: Set<string>;
}

/**
 * Which names of a show must be resolved anew when `seeds` change, so that a library of years is not
 * gone through for every new guest: their families (`name-groups.ts` joins full names of one surname
 * only), single names that their given names and nicknames could mean, who else those could mean, what
 * the owner's rules tie to any of them, and what would have the same address.
 */
export function neighbourhood(
  names: Iterable<string>,
  seeds: readonly string[],
  rules: readonly { name: string; other: string }[],
): Neighbourhood {
  const index = indexOf(new Set([...names, ...seeds]), tiesOf(rules));
  const affected = new Set<string>();
  const waiting = [...seeds];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (affected.has(name)) continue;
    affected.add(name);
    waiting.push(...index.family(name), ...index.singlesOf(name), ...index.tied(name));
  }
  const context = new Set(affected);
  for (const name of affected) {
    for (const full of index.meantBy(name)) {
      context.add(full);
      for (const other of [...index.family(full), ...index.tied(full)]) context.add(other);
    }
  }
  return { affected, context };
}

type Names = Map<string, Set<string>>;

/** By what a name shares with others; a name that the owner's rules tie to more shares what these do. */
function indexOf(names: ReadonlySet<string>, ties: ReadonlyMap<string, ReadonlySet<string>>) {
  const [families, singles, calls, same]: Names[] = [new Map(), new Map(), new Map(), new Map()];
  const formsOf = (name: string) => [...(ties.get(foldName(name)) ?? [foldName(name)])];
  const addressOf = (form: string) => form.replace(/[^\p{L}\p{N}]+/gu, '-');
  const add = (map: Names | undefined, key: string | undefined, name: string) => {
    if (map && key !== undefined) map.set(key, (map.get(key) ?? new Set()).add(name));
  };
  for (const name of names) {
    for (const form of formsOf(name)) {
      const { words, nicknames } = readName(form);
      // What has one address or one tie is looked at together.
      add(same, addressOf(form), name);
      if (words.length > 1) {
        add(families, words.at(-1), name);
        for (const word of [words[0], ...nicknames]) add(calls, word, name);
      } else add(singles, words[0], name);
    }
  }
  const find = (map: Names | undefined, name: string, keys: (form: string) => readonly string[]) =>
    formsOf(name).flatMap((form) => keys(form).flatMap((key) => [...(map?.get(key) ?? [])]));
  const full = (form: string) => {
    const read = readName(form);
    return read.words.length > 1 ? read : null;
  };
  return {
    family: (name: string) => find(families, name, (form) => full(form)?.words.slice(-1) ?? []),
    /** Single names that could mean this one. */
    singlesOf: (name: string) =>
      find(singles, name, (form) => {
        const read = full(form);
        return read ? [read.words[0] ?? '', ...read.nicknames] : [];
      }),
    /** Full names that this one could mean, where it is single. */
    meantBy: (name: string) =>
      find(calls, name, (form) => (full(form) ? [] : readName(form).words)),
    tied: (name: string) => find(same, name, (form) => [addressOf(form)]),
  };
}

/** By folded name: all names that the owner's rules tie to it, and itself. */
function tiesOf(rules: readonly { name: string; other: string }[]): Map<string, Set<string>> {
  const ties = new Map<string, Set<string>>();
  for (const { name, other } of rules) {
    if (other === '') continue;
    const [one, two] = [foldName(name), foldName(other)];
    const all = new Set([one, two, ...(ties.get(one) ?? []), ...(ties.get(two) ?? [])]);
    for (const each of all) ties.set(each, all);
  }
  return ties;
}
