import { type Address, type AnchoredTurn, addressOf } from '../../lib/anchors/address.ts';
import { wordStream } from '../../lib/anchors/resolve.ts';
import { type Relocated, relocate, succeed } from '../../lib/anchors/succession.ts';
import { turnAnchors } from '../../lib/store/identity.ts';
import { timeTurns } from '../../lib/timing/estimate.ts';
import type { TracedTurns } from './anchors-edits.ts';

const MOST_WORDS = 80;

/** Words that somebody shared, with what links to them carry. */
export interface Shared {
  /** Numbers of the first version's words, `to` exclusive. */
  from: number;
  to: number;
  address: Address;
  /** What other sites' links carry. */
  turnNumber: number;
  offset: number;
  length: number;
  words: string;
}

/** Words of a version by their numbers, `to` exclusive. */
export interface Words {
  from: number;
  to: number;
}

interface Version {
  turns: AnchoredTurn[];
  retired: Relocated[];
}

/** An episode as it is stored: timed, with anchors, those of an earlier version carried over. */
export function episode(
  texts: readonly string[],
  earlier: Version = { turns: [], retired: [] },
): Version {
  const times = timeTurns(texts.map((text) => ({ text, startMs: null, endMs: null })));
  const names = turnAnchors(texts);
  const named = texts.map((text, i) => ({
    text,
    anchor: names[i] ?? '',
    fingerprint: names[i] ?? '',
    startMs: times[i]?.startMs ?? 0,
  }));
  const oldNames = turnAnchors(earlier.turns.map(({ text }) => text));
  const old = earlier.turns.map((turn, i) => ({ ...turn, fingerprint: oldNames[i] ?? '' }));
  const { anchors, gone, places } = succeed(old, named);
  const turns = named.map((turn, i) => ({ ...turn, anchor: anchors[i] ?? '' }));
  const stream = wordStream(turns);
  return { turns, retired: relocate([...gone, ...earlier.retired], stream, places) };
}

/** Words to share, from 1 to 80 of them, short ones more often; some run over the end of a turn. */
export function share(
  old: TracedTurns,
  turns: readonly AnchoredTurn[],
  amount: number,
  next: () => number,
): Shared[] {
  const flat = old.flatMap((turn, i) => turn.map((word, n) => ({ ...word, turn: i, n })));
  const starts = old.map((turn) => {
    let at = 0;
    return turn.map(({ text }) => {
      const start = at;
      at += text.length + 1;
      return start;
    });
  });
  const shared: Shared[] = [];
  while (shared.length < amount) {
    const from = Math.floor(next() * flat.length);
    const to = Math.min(flat.length, from + Math.ceil(MOST_WORDS ** next()));
    const [first, last] = [flat[from], flat[to - 1]];
    if (!first || !last) continue;
    const start = starts[first.turn]?.[first.n] ?? 0;
    const end = (starts[last.turn]?.[last.n] ?? 0) + last.text.length;
    const selection = { firstTurn: first.turn, start, lastTurn: last.turn, end };
    const address = addressOf(turns, selection);
    if (!address) continue;
    const words = flat.slice(from, to).map(({ text }) => text);
    shared.push({
      from,
      to,
      address,
      turnNumber: first.turn,
      offset: start,
      length: words.join(' ').length,
      words: words.join(' '),
    });
  }
  return shared;
}

export type FlatWord = TracedTurns[number][number] & { turn: number };

/** What has become of the shared words: those left of them, and the turn they are or would be in. */
export function truthOf(flat: readonly FlatWord[], { from, to }: Shared) {
  const left = flat.flatMap(({ origin }, i) =>
    origin !== null && origin >= from && origin < to ? [i] : [],
  );
  const [first, last] = [left[0], left.at(-1)];
  if (first !== undefined && last !== undefined) {
    return { turn: flat[first]?.turn ?? 0, words: { from: first, to: last + 1 } };
  }
  const next = flat.find(({ origin }) => origin !== null && origin >= to);
  return { turn: (next ?? flat.at(-1))?.turn ?? 0, words: null };
}

/** How much two stretches have in common, 0 to 1 (Jaccard 1901). */
export function inCommon(a: Words, b: Words): number {
  const both = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return both <= 0 ? 0 : both / (Math.max(a.to, b.to) - Math.min(a.from, b.from));
}
