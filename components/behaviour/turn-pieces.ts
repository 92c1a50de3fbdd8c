/**
 * Calls back with every piece of a turn's text as the transcript has it: a word that is shown as meant
 * stands for what was heard, and counts as a whole.
 */
export function eachPiece(
  turn: Element,
  take: (text: string, node: Node, whole: boolean) => void,
): void {
  const visit = (node: Node) => {
    const heard = node instanceof HTMLElement ? node.dataset.heard : undefined;
    if (heard !== undefined) take(heard, node, true);
    else if (node instanceof Text) take(node.data, node, false);
    else for (const child of node.childNodes) visit(child);
  };
  turn.querySelectorAll('.said').forEach((paragraph, i) => {
    // Between paragraphs white space was left out.
    if (i > 0) take(' ', paragraph, true);
    visit(paragraph);
  });
}
