import type { AnchoredTurn, Selection } from '@/lib/anchors/address';
import { anchorWords } from '@/lib/anchors/words';
import { eachPiece } from '../turn-pieces';

/** Turns on either side of the selection that give its address context. */
const CONTEXT_TURNS = 8;

/**
 * What ended the sentence before is not part of this one; an opening mark, a currency sign, a minus, a bracket
 * or a picture is.
 */
const ENDS_BEFORE = /^(?:[\s.,;:!?…。、，！？)\]}”’»]|[-–—](?=\s))+/u;

/** Words that are selected in the reader. */
export interface Selected {
  /** The selected turns with some on either side, as an address is made from. */
  turns: AnchoredTurn[];
  selection: Selection;
  /** Who says what, in whole words. */
  passages: { speaker: string | null; text: string }[];
  startMs: number;
  estimated: boolean;
  /** How many words. */
  count: number;
  /** Where on the page, in the window's pixels. */
  range: Range;
}

/** What of the reader's text is selected; null where no whole word is. */
export function readSelected(): Selected | null {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  const all = [...document.querySelectorAll<HTMLElement>('.turns .turn')];
  const parts = all.flatMap((turn, i) => {
    if (!range.intersectsNode(turn)) return [];
    const span = spanIn(turn, range);
    return span ? [{ turn, i, ...span }] : [];
  });
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const from = Math.max(0, first.i - CONTEXT_TURNS);
  return {
    turns: all.slice(from, last.i + CONTEXT_TURNS + 1).map(asTurn),
    selection: {
      firstTurn: first.i - from,
      start: first.start,
      lastTurn: last.i - from,
      end: last.end,
    },
    passages: parts.map(({ turn, text }) => ({ speaker: speakerOf(turn), text })),
    startMs: Number(first.turn.dataset.s) * 1000,
    estimated: first.turn.querySelector('.time')?.textContent.startsWith('≈') ?? false,
    count: parts.reduce((sum, { count }) => sum + count, 0),
    range,
  };
}

function textOf(turn: HTMLElement): string {
  let text = '';
  eachPiece(turn, (piece) => {
    text += piece;
  });
  return text;
}

/** The link beside the name has the anchor, also where the name itself went to a highlight. */
function asTurn(turn: HTMLElement): AnchoredTurn {
  const link = turn.querySelector<HTMLAnchorElement>('.who .copy')?.hash ?? '';
  const anchor = link.replace(/^#turn-/, '');
  return { anchor, text: textOf(turn), startMs: Number(turn.dataset.s) * 1000 };
}

const speakerOf = (turn: HTMLElement) =>
  turn.querySelector('.who a.voice-name')?.textContent ?? null;

/** The selected characters of a turn's text, and their words as they are to be quoted. */
function spanIn(turn: HTMLElement, range: Range) {
  let text = '';
  let start = -1;
  let end = -1;
  eachPiece(turn, (piece, node, whole) => {
    const from = !whole && node === range.startContainer ? range.startOffset : 0;
    const to = !whole && node === range.endContainer ? range.endOffset : piece.length;
    if (piece.trim() && to > from && range.intersectsNode(node)) {
      if (start < 0) start = text.length + from;
      end = text.length + to;
    }
    text += piece;
  });
  if (start < 0) return null;
  const words = anchorWords(text).filter((word) => word.end > start && word.start < end);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const quoted = text.slice(Math.min(start, first.start), Math.max(end, last.end));
  return { start, end, text: quoted.replace(ENDS_BEFORE, '').trim(), count: words.length };
}
