import { type Address, type AnchoredTurn, addressOf } from './address.ts';
import { type Resolved, resolveAddress, type WordStream, wordStream } from './resolve.ts';

/** A turn with the name that its words alone would give it. */
export interface NamedTurn extends AnchoredTurn {
  fingerprint: string;
}

/** A name that links use and nothing has any more. */
export interface Gone {
  name: string;
  /** Of the words it named, from when it last had them; null where there were none. */
  address: Address | null;
  /** The turn it was or began with, of the version before. */
  turn: number;
}

/** A name that is gone, and where its words are now. */
export interface Relocated extends Gone {
  /** The turn that has them, or stands in their place. */
  turn: number;
  /** Where in that turn they begin, in characters. */
  offset: number;
  /** Whether the words are there still. */
  found: boolean;
}

export interface Succession {
  /** The anchors of the new turns, in order. */
  anchors: string[];
  /** Turns whose anchor no new turn has, by that anchor. */
  gone: Gone[];
  /** For each old turn the new one that has or takes its place. */
  places: number[];
}

/**
 * Carries the anchors of an episode's earlier version over to a corrected one. A turn with the same
 * words keeps its anchor wherever it stands; a turn that was corrected, run together or cut gives its
 * anchor to the one that has most of its words; of turns that were written anew, as many as before
 * between the same neighbours, each keeps its own.
 */
export function succeed(before: readonly NamedTurn[], after: readonly NamedTurn[]): Succession {
  const successor = new Array<number | null>(before.length).fill(null);
  const heir = new Array<number | null>(after.length).fill(null);
  const join = (old: number, now: number) => {
    successor[old] = now;
    heir[now] = old;
  };
  const named = new Map(after.map(({ fingerprint }, i) => [fingerprint, i]));
  before.forEach(({ fingerprint }, old) => {
    const now = named.get(fingerprint);
    if (now !== undefined && heir[now] === null) join(old, now);
  });
  const addresses = before.map((_, old) =>
    successor[old] === null ? addressOfTurns(before, old) : null,
  );
  byWords(wordStream(before).starts, addresses, successor, wordStream(after), (old, now) => {
    if (successor[old] === null && heir[now] === null) join(old, now);
  });
  byPlace(successor, heir, join);

  const taken = new Set(before.filter((_, old) => successor[old] !== null).map((t) => t.anchor));
  const anchors = after.map(({ fingerprint }, now) => {
    const old = heir[now];
    const kept = old === null || old === undefined ? undefined : before[old]?.anchor;
    return kept ?? free(fingerprint, taken);
  });
  const gone = before.flatMap(({ anchor }, turn) =>
    successor[turn] === null && !taken.has(anchor)
      ? [{ name: anchor, address: addresses[turn] ?? null, turn }]
      : [],
  );
  const last = Math.max(0, after.length - 1);
  return { anchors, gone, places: before.map((_, i) => Math.min(last, placeAfter(successor, i))) };
}

/** Points names that are gone at their words; `places` as in a succession. */
export function relocate(
  gone: readonly Gone[],
  stream: WordStream,
  places: readonly number[],
): Relocated[] {
  return gone.map(({ name, address, turn }) => {
    const place = places[turn] ?? 0;
    const inPlace = { name, address, turn: place, offset: 0, found: false };
    if (!address) return inPlace;
    const found = resolveAddress(stream, { ...address, turn: '' }, stream.starts[place] ?? 0);
    return 'start' in found
      ? { name, address, turn: found.firstTurn, offset: found.start, found: true }
      : inPlace;
  });
}

/** The address of all the words of turns in a row; null where they have none. */
export function addressOfTurns(
  turns: readonly AnchoredTurn[],
  firstTurn: number,
  lastTurn = firstTurn,
): Address | null {
  const end = turns[lastTurn]?.text.length ?? 0;
  return addressOf(turns, { firstTurn, start: 0, lastTurn, end });
}

/** Joins turns whose words were found again, those with the most words in common first. */
function byWords(
  oldStarts: readonly number[],
  addresses: readonly (Address | null)[],
  successor: readonly (number | null)[],
  stream: WordStream,
  join: (old: number, now: number) => void,
): void {
  const shared = addresses.flatMap((address, old) => {
    if (!address) return [];
    const expected = expectedAfter(oldStarts, successor, stream, old);
    const found = resolveAddress(stream, { ...address, turn: '' }, expected);
    return 'start' in found ? wordsByTurn(stream, found).map((own) => ({ old, ...own })) : [];
  });
  shared.sort((a, b) => b.words - a.words || a.old - b.old || a.now - b.now);
  for (const { old, now } of shared) join(old, now);
}

/** As far behind the last turn that has its successor as it was before. */
function expectedAfter(
  oldStarts: readonly number[],
  successor: readonly (number | null)[],
  stream: WordStream,
  old: number,
): number {
  for (let i = old - 1; i >= 0; i--) {
    const now = successor[i];
    if (now === null || now === undefined) continue;
    return (stream.starts[now] ?? 0) + (oldStarts[old] ?? 0) - (oldStarts[i] ?? 0);
  }
  return oldStarts[old] ?? 0;
}

/** The new turn in an old one's place: its own successor, or what follows that of a turn before it. */
function placeAfter(successor: readonly (number | null)[], old: number): number {
  for (let i = old; i >= 0; i--) {
    const now = successor[i];
    if (now !== null && now !== undefined) return i === old ? now : now + 1;
  }
  return 0;
}

/** How many of the found words stand in each turn. */
function wordsByTurn(stream: WordStream, found: Extract<Resolved, { start: number }>) {
  const counts: { now: number; words: number }[] = [];
  for (let now = found.firstTurn; now <= found.lastTurn; now++) {
    const own = stream.words.slice(stream.starts[now], stream.starts[now + 1]);
    const words = own.filter(
      ({ start, end }) =>
        (now > found.firstTurn || start >= found.start) &&
        (now < found.lastTurn || end <= found.end),
    ).length;
    counts.push({ now, words });
  }
  return counts;
}

/** Runs of turns without successor between joined neighbours, where the new version has as many. */
function byPlace(
  successor: readonly (number | null)[],
  heir: readonly (number | null)[],
  join: (old: number, now: number) => void,
): void {
  let oldFrom = 0;
  while (oldFrom < successor.length) {
    if (successor[oldFrom] !== null) {
      oldFrom++;
      continue;
    }
    let oldTo = oldFrom;
    while (oldTo < successor.length && successor[oldTo] === null) oldTo++;
    const newFrom = oldFrom === 0 ? 0 : (successor[oldFrom - 1] ?? 0) + 1;
    const newTo = oldTo === successor.length ? heir.length : (successor[oldTo] ?? 0);
    const free = heir.slice(newFrom, newTo).every((old) => old === null);
    if (newTo - newFrom === oldTo - oldFrom && free) {
      for (let i = 0; i < oldTo - oldFrom; i++) join(oldFrom + i, newFrom + i);
    }
    oldFrom = oldTo;
  }
}

/** The name, or with a number behind it where it is taken; it is taken then. */
function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate); n++) candidate = `${name}-${n}`;
  taken.add(candidate);
  return candidate;
}
