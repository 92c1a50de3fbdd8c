import { spokenWords } from './spoken-words.ts';

/** A turn as the check needs it. */
export interface SaidTurn {
  episode: string;
  /** Position in the episode, from 0. */
  position: number;
  anchor: string;
  /** The speaker's name, or null where nobody knows. */
  speaker: string | null;
  text: string;
}

/** A said word: its form, and where it stands in which turn of the window. */
export interface SaidWord {
  form: string;
  /** Index into the window's turns. */
  turn: number;
  start: number;
  end: number;
}

/** Adjacent turns of one episode, as one row of words: a quote may span them. */
export interface Window {
  turns: SaidTurn[];
  words: SaidWord[];
  /** Which words are of the turn it is built around: from the first to before the last. */
  home: { from: number; to: number };
}

/** Positions of turns in an episode, both included. */
export interface TurnRange {
  episode: string;
  first: number;
  last: number;
}

/** A turn of speech has about so many words; rather fewer, to read enough turns. */
const WORDS_PER_TURN = 20;
/** Beside the quote's own length, so many words around the turn are looked at. */
const SLACK = 40;
/** However long the quote, so many turns on each side are enough. */
const MOST_TURNS = 80;

/** The turns to read around one in which some of `words` pasted words were found. */
export function rangeAround(episode: string, turn: number, words: number): TurnRange {
  const reach = Math.min(MOST_TURNS, 1 + Math.ceil(words / WORDS_PER_TURN));
  return { episode, first: Math.max(0, turn - reach), last: turn + reach };
}

/**
 * The turn at `position` with its neighbours, as far on each side as the quote could reach if only
 * its other end were in that turn. `turns` are an episode's, in order, without holes; `wordsOf` may
 * remember what it has read.
 */
export function windowAround(
  turns: readonly SaidTurn[],
  position: number,
  pastedWords: number,
  wordsOf: (turn: SaidTurn) => readonly { form: string; start: number; end: number }[],
): Window {
  const at = turns.findIndex((turn) => turn.position === position);
  const reach = pastedWords + SLACK;
  let first = at;
  for (let words = 0; first > 0 && words < reach; first--) {
    const before = turns[first - 1];
    if (before) words += wordsOf(before).length;
  }
  let last = at;
  for (let words = 0; last + 1 < turns.length && words < reach; last++) {
    const after = turns[last + 1];
    if (after) words += wordsOf(after).length;
  }
  const own = turns.slice(first, last + 1);
  const words = own.flatMap((turn, i) => wordsOf(turn).map((word) => ({ ...word, turn: i })));
  const from = words.findIndex(({ turn }) => turn === at - first);
  const length = from < 0 ? 0 : wordsOf(own[at - first] as SaidTurn).length;
  return { turns: own, words, home: { from, to: from + length } };
}

/** Reads the words of turns, each turn once. */
export function wordReader() {
  const known = new Map<SaidTurn, ReturnType<typeof spokenWords>>();
  return (turn: SaidTurn) => {
    const words = known.get(turn) ?? spokenWords(turn.text);
    known.set(turn, words);
    return words;
  };
}
