import { eachPiece } from '../turn-pieces';
import { keptWords } from './kept';

/** Marks kept words where they stand, without touching the page: https://drafts.csswg.org/css-highlight-api-1/ */
export function showKept(): void {
  if (!('highlights' in CSS)) return;
  const turns: Element[] = [...document.querySelectorAll('.turns .turn')];
  const ranges = keptWords()
    .filter(({ path }) => path === location.pathname)
    .flatMap(({ passages, url }) => {
      const { hash, searchParams } = new URL(url);
      const first = document.getElementById(hash.slice(1))?.closest('.turn');
      const at = first ? turns.indexOf(first) : -1;
      if (at < 0) return [];
      // The address says how many words of the turn stand before these.
      const before = Number(searchParams.get('at')?.split('.')[1]) || 0;
      return passages.flatMap(({ text }, i) => {
        const turn = turns[at + i];
        return (turn && rangeOf(turn, text, i === 0 ? before : 0)) ?? [];
      });
    });
  if (ranges.length > 0) CSS.highlights.set('kept', new Highlight(...ranges));
  else CSS.highlights.delete('kept');
}

/**
 * Where a text stands in a turn, however its pieces are wrapped: of several places the one nearest to where so many
 * words are before it. Null where it does not stand there any more.
 */
function rangeOf(turn: Element, text: string, wordsBefore: number): Range | null {
  const pieces: { node: Node; start: number; whole: boolean }[] = [];
  let said = '';
  eachPiece(turn, (piece, node, whole) => {
    pieces.push({ node, start: said.length, whole });
    said += piece;
  });
  const squeezed = squeeze(said);
  const sought = squeeze(text).text;
  const expected = [...said.matchAll(WORD)][wordsBefore]?.index ?? 0;
  const at = nearest(placesOf(squeezed.text, sought), (place) =>
    Math.abs((squeezed.places[place] ?? 0) - expected),
  );
  if (at === undefined) return null;
  const [from, to] = [squeezed.places[at], squeezed.places[at + sought.length - 1]];
  if (from === undefined || to === undefined) return null;
  const pieceAt = (offset: number) => pieces.findLast(({ start }) => start <= offset);
  const [first, last] = [pieceAt(from), pieceAt(to)];
  if (!first || !last) return null;
  const range = document.createRange();
  if (first.whole) range.setStartBefore(first.node);
  else range.setStart(first.node, from - first.start);
  if (last.whole) range.setEndAfter(last.node);
  else range.setEnd(last.node, to + 1 - last.start);
  return range;
}

/** As links count words, but for the rarest scripts (lib/anchors/words). */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\P{L}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}][\p{L}\p{N}\p{M}'’]*|\p{N}[\p{L}\p{N}\p{M}'’]*/gu;

/** Every place where one text stands in another. */
function placesOf(text: string, sought: string): number[] {
  const places: number[] = [];
  if (sought === '') return places;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) places.push(at);
  return places;
}

/** Of several the one that is least far away, the first of equals; undefined of none. */
function nearest(places: readonly number[], far: (place: number) => number): number | undefined {
  let best: { place: number; far: number } | undefined;
  for (const place of places) {
    const own = far(place);
    if (!best || own < best.far) best = { place, far: own };
  }
  return best?.place;
}

/** A text without its white space, and where each sign of it stood. */
function squeeze(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let squeezed = '';
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (/\s/.test(sign)) continue;
    squeezed += sign;
    places.push(i);
  }
  return { text: squeezed, places };
}
