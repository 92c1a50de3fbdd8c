/** Where characters of a turn's text stand, a piece of the page each. */
interface Piece {
  node: Node;
  /** Characters of the turn's text. */
  start: number;
  end: number;
  /** A word shown as it was meant: the page has other characters, so it counts as one. */
  whole: boolean;
}

/**
 * Where `[start, end)` of a turn's text stands on the page, without the white space at its end; null where
 * it stands nowhere. `paragraphs` says at which character each begins.
 */
export function placeInText(
  turn: HTMLElement,
  { start, end }: { start: number; end: number },
  paragraphs: readonly number[],
): Range | null {
  const pieces = piecesOf(turn, paragraphs);
  const first = pieces.find((piece) => piece.end > start);
  const last = pieces.findLast((piece) => piece.start < end && !isBlank(piece));
  if (!first || !last || first.start > last.start) return null;
  const range = document.createRange();
  if (first.whole) range.setStartBefore(first.node);
  else range.setStart(first.node, Math.max(0, start - first.start));
  if (last.whole) range.setEndAfter(last.node);
  else range.setEnd(last.node, trimmed(last, end));
  return range.collapsed ? null : range;
}

function piecesOf(turn: HTMLElement, paragraphs: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const take = (node: Node, length: number, whole: boolean) => {
    pieces.push({ node, start: at, end: at + length, whole });
    at += length;
  };
  const visit = (node: Node) => {
    const heard = node instanceof HTMLElement ? node.dataset.heard : undefined;
    if (heard !== undefined) take(node, heard.length, true);
    else if (node instanceof Text) take(node, node.length, false);
    else for (const child of node.childNodes) visit(child);
  };
  turn.querySelectorAll('.said').forEach((paragraph, i) => {
    at = paragraphs[i] ?? at;
    visit(paragraph);
  });
  return pieces;
}

const isBlank = ({ node }: Piece) => !node.textContent?.trim();

/** The end of the words within a text, where `end` may stand after white space. */
function trimmed({ node, start }: Piece, end: number): number {
  const text = node.textContent ?? '';
  return text.slice(0, end - start).trimEnd().length;
}
