import {
  type Address,
  type AnchoredTurn,
  ENDS,
  letterOf,
  lettersOf,
  type Selection,
  shortHash,
} from './address.ts';
import { alignAt, type Found, findNearest } from './align.ts';
import { withSignAfter, withSignBefore } from './signs.ts';
import { type AnchorWord, anchorWords } from './words.ts';

/** Where an address leads in an episode as it is now. */
export type Resolved =
  /** The very words, or what has become of them. */
  | ({ kind: 'exact' | 'edited' } & Selection)
  /** The turn they stood in; or only about when they were said. */
  | { kind: 'near' | 'section'; firstTurn: number };

/**
 * With more than this share of letters changed a find is not believed. What is not in an episode is
 * “found” in it at 0.57 and above (1,300 passages of one half of the seed looked for in the other).
 */
const MOST_CHANGED = 0.5;
/** Words that were moved away from their neighbours count as found from so many on, at this share. */
const MOVED_WORDS = 8;
const MOST_CHANGED_MOVED = 0.4;
/** Of the words this share must have something in their place; the rest may have been taken out. */
const LEAST_LEFT = 0.5;
/** A find near the expected place that is this good ends the search. */
const GOOD = 0.3;
/** So many words on either side are looked through first, then so many, then all. */
const NEAR_WORDS = [150, 1_500];

/** A place in the episode's stream of words. */
interface Range {
  from: number;
  to: number;
}

/** An episode as one stream of words, read once for many addresses. */
export interface WordStream {
  turns: readonly AnchoredTurn[];
  words: (AnchorWord & { turn: number })[];
  letters: Uint8Array;
  /** Place of each turn's first word; one more at the end. */
  starts: number[];
  /** The turn of each anchor, retired ones among them. */
  turnOf: ReadonlyMap<string, number>;
}

export function wordStream(
  turns: readonly AnchoredTurn[],
  retired: readonly { name: string; turn: number }[] = [],
): WordStream {
  const words: WordStream['words'] = [];
  const starts: number[] = [];
  turns.forEach(({ text }, turn) => {
    starts.push(words.length);
    for (const word of anchorWords(text)) words.push({ ...word, turn });
  });
  starts.push(words.length);
  return {
    turns,
    words,
    letters: Uint8Array.from(words, letterOf),
    starts,
    turnOf: new Map([
      ...retired.map(({ name, turn }) => [name, turn] as const),
      ...turns.map(({ anchor }, i) => [anchor, i] as const),
    ]),
  };
}

/**
 * Finds the words of an address again: where they stood; else wherever the episode has them, or
 * something with few letters changed, in whichever turns; else the turn; else the time. An episode
 * with turns always gives an answer. `expected` is the place in the stream where the words are looked
 * for first, for those who know better than the address.
 */
export function resolveAddress(
  stream: WordStream,
  address: Address,
  expected = expectedPlace(stream, address),
): Resolved {
  const found = stillThere(stream, address) ?? aligned(stream, address, expected);
  if (found) {
    const selection = toSelection(stream, found);
    if (selection) {
      return { kind: isSame(stream, address, found) ? 'exact' : 'edited', ...selection };
    }
    // What stood around them is there, they themselves are not.
    const { turn } = stream.words[Math.min(found.from, stream.words.length - 1)] ?? { turn: 0 };
    return { kind: 'near', firstTurn: turn };
  }
  const turn = stream.turnOf.get(address.turn);
  if (turn !== undefined) return { kind: 'near', firstTurn: turn };
  return { kind: 'section', firstTurn: turnAtSecond(stream.turns, address.second) };
}

/** The turn that is being spoken at a second: the last that began by then. */
export function turnAtSecond(turns: readonly AnchoredTurn[], second: number): number {
  const after = turns.findIndex(({ startMs }) => Math.floor(startMs / 1000) > second);
  return Math.max(0, (after < 0 ? turns.length : after) - 1);
}

function expectedPlace({ turns, starts, turnOf }: WordStream, address: Address): number {
  const turn = turnOf.get(address.turn);
  if (turn !== undefined) return (starts[turn] ?? 0) + address.word;
  return starts[turnAtSecond(turns, address.second)] ?? 0;
}

const isSame = ({ words }: WordStream, address: Address, { from, to }: Range) =>
  to - from === address.count && shortHash(words.slice(from, to)) === address.hash;

/** The usual case: nothing has changed, and no search is needed. */
function stillThere(stream: WordStream, address: Address): Range | null {
  const turn = stream.turnOf.get(address.turn);
  if (turn === undefined) return null;
  const from = (stream.starts[turn] ?? 0) + address.word;
  const range = { from, to: from + address.count };
  return isSame(stream, address, range) &&
    matches(stream, lettersOf(address.before), from - address.before.length) &&
    matches(stream, lettersOf(address.after), range.to)
    ? range
    : null;
}

const matches = ({ letters }: WordStream, pattern: readonly number[], at: number) =>
  pattern.every((letter, i) => letters[at + i] === letter);

function aligned(stream: WordStream, address: Address, expected: number): Range | null {
  const [before, said, after] = [address.before, address.said, address.after].map(lettersOf) as [
    number[],
    number[],
    number[],
  ];
  if (address.count <= 2 * ENDS) {
    const place = placeOf(stream, [...before, ...said, ...after], before.length, said, expected);
    if ((place && place.to > place.from) || said.length < MOVED_WORDS) return place;
    return placeOf(stream, said, 0, said, expected, MOST_CHANGED_MOVED) ?? place;
  }
  const [first, last] = [said.slice(0, ENDS), said.slice(-ENDS)];
  const head = placeOf(stream, [...before, ...first], before.length, first, expected);
  const lastExpected = (head?.from ?? expected) + address.count - ENDS;
  const tail = placeOf(stream, [...last, ...after], 0, last, lastExpected);
  if (head && tail && tail.to > head.from) {
    const grown = (tail.to - head.from) / address.count;
    if (grown > 0.5 && grown < 2) return { from: head.from, to: tail.to };
  }
  const room = stream.words.length;
  if (head) return { from: head.from, to: Math.min(room, head.from + address.count) };
  return tail && { from: Math.max(0, tail.to - address.count), to: tail.to };
}

/**
 * Where the letters `said` of a pattern are in the stream: an empty range where only the letters around
 * them are, null where neither is.
 */
function placeOf(
  { letters }: WordStream,
  pattern: readonly number[],
  offset: number,
  said: readonly number[],
  expected: number,
  mostChanged = MOST_CHANGED,
): Range | null {
  const expectedEnd = expected - offset + pattern.length;
  let found: Found | null = null;
  for (const words of [...NEAR_WORDS, letters.length]) {
    found = findNearest(letters, pattern, {
      from: Math.max(0, expectedEnd - words),
      to: Math.min(letters.length, expectedEnd + words),
      expectedEnd,
    });
    if (found && found.cost <= GOOD * pattern.length) break;
  }
  if (!found || found.cost > mostChanged * pattern.length) return null;
  const places = alignAt(letters, pattern, found.end)
    .slice(offset, offset + said.length)
    .filter((place) => place >= 0);
  const [from, last] = [places[0], places.at(-1)];
  if (from === undefined || last === undefined || places.length < LEAST_LEFT * said.length) {
    const at = from ?? found.end;
    return { from: at, to: at };
  }
  return { from, to: last + 1 };
}

function toSelection({ words, turns }: WordStream, { from, to }: Range): Selection | null {
  if (to <= from) return null;
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last) return null;
  return {
    firstTurn: first.turn,
    start: withSignBefore(turns[first.turn]?.text ?? '', first.start),
    lastTurn: last.turn,
    end: withSignAfter(turns[last.turn]?.text ?? '', last.end),
  };
}
