import type { AnchoredTurn } from '../../../lib/anchors/address.ts';
import { anchorWords } from '../../../lib/anchors/words.ts';
import { turnAnchors } from '../../../lib/store/identity.ts';

/** Turns as they are stored, a turn every ten seconds. */
export function episode(texts: readonly string[]): (AnchoredTurn & { fingerprint: string })[] {
  const names = turnAnchors(texts);
  return texts.map((text, i) => ({
    text,
    anchor: names[i] ?? '',
    fingerprint: names[i] ?? '',
    startMs: i * 10_000,
  }));
}

/** Where some words stand that are said once, in one turn or over several; `|` is where a turn ends. */
export function select(turns: readonly AnchoredTurn[], words: string) {
  const all = turns.map(({ text }) => text).join('|');
  const at = all.indexOf(words);
  if (at < 0) throw new Error(`Nobody says “${words}”.`);
  const place = (offset: number) => {
    const before = all.slice(0, offset);
    return { turn: before.split('|').length - 1, at: offset - (before.lastIndexOf('|') + 1) };
  };
  const [first, last] = [place(at), place(at + words.length)];
  return { firstTurn: first.turn, start: first.at, lastTurn: last.turn, end: last.at };
}

/** What is between two places, in words without punctuation. */
export function wordsBetween(
  turns: readonly AnchoredTurn[],
  { firstTurn, start, lastTurn, end }: ReturnType<typeof select>,
): string {
  return turns
    .slice(firstTurn, lastTurn + 1)
    .map(({ text }, i) => {
      const to = firstTurn + i === lastTurn ? end : text.length;
      return text.slice(i === 0 ? start : 0, to);
    })
    .flatMap((text) => anchorWords(text).map((word) => text.slice(word.start, word.end)))
    .join(' ');
}

/** A conversation in which no sentence is said twice. */
export const TALK = [
  'Welcome to the show. Today we talk about night trains, and who still runs them.',
  'Thank you. Most people think they are gone, but there are more of them every year.',
  'Yeah.',
  'When I began to count there were thirty lines on the whole continent, and now there are seventy. The sleeping cars are old, though, and nobody builds enough new ones to replace them.',
  'How long does it take to build one?',
  'Three years from the order to the first passenger, if nothing goes wrong with the brakes. And the brakes always go wrong.',
  'Yeah.',
  'The other thing is the price of the track at night, which should be nothing, and is not.',
];
