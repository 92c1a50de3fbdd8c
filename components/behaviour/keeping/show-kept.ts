import { keptWords } from './kept';

/** Marks kept words where they stand, without touching the page: https://drafts.csswg.org/css-highlight-api-1/ */
export function showKept(): void {
  if (!('highlights' in CSS)) return;
  const ranges = keptWords()
    .filter(({ path }) => path === location.pathname)
    .flatMap(({ passages, url }) => {
      const anchor = new URL(url).hash.replace(/^#turn-/, '');
      const first = document.getElementById(`turn-${anchor}`)?.closest('.turn');
      let turn: Element | null = first ?? null;
      return passages.flatMap(({ text }) => {
        while (turn && !turn.matches('.turn')) turn = turn.nextElementSibling;
        const range = turn && rangeOf(turn, text);
        turn = turn?.nextElementSibling ?? null;
        return range ? [range] : [];
      });
    });
  if (ranges.length > 0) CSS.highlights.set('kept', new Highlight(...ranges));
  else CSS.highlights.delete('kept');
}

/** Where a text stands in a turn, however its pieces are wrapped; null where it does not stand there any more. */
function rangeOf(turn: Element, text: string): Range | null {
  const nodes: { node: Text; start: number }[] = [];
  let whole = '';
  for (const said of turn.querySelectorAll('.said')) {
    const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('.heard')) continue;
      nodes.push({ node, start: whole.length });
      whole += node.data;
    }
    whole += ' ';
  }
  const squeezed = squeeze(whole);
  const at = squeezed.text.indexOf(squeeze(text).text);
  const [from, to] = [squeezed.places[at], squeezed.places[at + squeeze(text).text.length - 1]];
  if (at < 0 || from === undefined || to === undefined) return null;
  const range = document.createRange();
  const place = (offset: number) => {
    const found = nodes.findLast(({ start }) => start <= offset);
    return found && { node: found.node, offset: Math.min(offset - found.start, found.node.length) };
  };
  const [first, last] = [place(from), place(to)];
  if (!first || !last) return null;
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.length));
  return range;
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
