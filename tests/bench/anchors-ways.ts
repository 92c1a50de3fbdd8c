import type { AnchoredTurn, Selection } from '../../lib/anchors/address.ts';
import { resolveAddress, type WordStream } from '../../lib/anchors/resolve.ts';
import { anchorWords } from '../../lib/anchors/words.ts';
import type { TracedTurns } from './anchors-edits.ts';
import type { FlatWord, Shared, Words } from './anchors-links.ts';

/** Where a way of finding them leads: words of the new version, or a turn alone. */
export interface Landing {
  turn: number;
  words: Words | null;
}
export type Way = (link: Shared) => Landing | null;

/** Earmark's links. */
export const byAddress =
  (now: TracedTurns, stream: WordStream): Way =>
  ({ address }) => {
    const found = resolveAddress(stream, address);
    const words = 'start' in found ? wordsIn(now, stream.turns, found) : null;
    return { turn: found.firstTurn, words };
  };

/** Changelog's links to turns, had they an offset. */
export const byNumber =
  (now: TracedTurns, after: readonly AnchoredTurn[]): Way =>
  ({ turnNumber, offset, length }) => {
    const text = after[turnNumber]?.text;
    if (text === undefined || offset >= text.length) return null;
    const end = Math.min(text.length, offset + length);
    const selection = { firstTurn: turnNumber, start: offset, lastTurn: turnNumber, end };
    return { turn: turnNumber, words: wordsIn(now, after, selection) };
  };

/** Text fragments: the first place that says exactly these words. */
export function byText(flat: readonly FlatWord[]): Way {
  const plain = plainText(flat.map(({ text }) => text));
  return ({ words }) => {
    const place = plain.find(words);
    const turn = flat[place?.from ?? -1]?.turn;
    return place && turn !== undefined ? { turn, words: place } : null;
  };
}

/** Characters of turns as numbers of words. */
function wordsIn(now: TracedTurns, turns: readonly AnchoredTurn[], selection: Selection) {
  const { firstTurn, start, lastTurn, end } = selection;
  const before = now.slice(0, firstTurn).reduce((sum, turn) => sum + turn.length, 0);
  const between = now.slice(firstTurn, lastTurn).reduce((sum, turn) => sum + turn.length, 0);
  const count = (text: string) => text.match(/\S+/g)?.length ?? 0;
  const head = turns[firstTurn]?.text.slice(0, start) ?? '';
  // A link may begin within a word.
  const cut = /\S$/.test(head) ? 1 : 0;
  const from = before + count(head) - cut;
  const to = before + between + count(turns[lastTurn]?.text.slice(0, end) ?? '');
  return to > from ? { from, to } : null;
}

/** Finds the first place that says exactly these words, letter case and punctuation aside. */
function plainText(words: readonly string[]) {
  const form = (text: string) => anchorWords(text).map(({ start, end }) => text.slice(start, end));
  let text = ' ';
  const wordAt = new Map<number, number>();
  words.forEach((word, i) => {
    for (const part of form(word)) {
      wordAt.set(text.length, i);
      text += `${part.toLowerCase()} `;
    }
  });
  return {
    find(quote: string): Words | null {
      const wanted = form(quote).map((part) => part.toLowerCase());
      const at = text.indexOf(` ${wanted.join(' ')} `);
      const last = at + 1 + wanted.join(' ').length - (wanted.at(-1)?.length ?? 0);
      const [from, to] = [wordAt.get(at + 1), wordAt.get(last)];
      return at < 0 || from === undefined || to === undefined ? null : { from, to: to + 1 };
    },
  };
}
