import type { Choice } from './choice';

/** What the field's keys do to the list; everything else is the field's own. */
export function listKeys(
  field: HTMLInputElement,
  chosen: Choice,
  openElsewhere: (option: HTMLElement) => void,
): void {
  field.addEventListener('keydown', (event) => {
    // Keys that choose among an input method's candidates are not ours; 229 is Safari's word for it.
    if (event.isComposing || event.keyCode === 229) return;
    const { key } = event;
    const command = event.metaKey || event.ctrlKey;
    if (key === 'Enter') {
      event.preventDefault();
      if (command && chosen.current) openElsewhere(chosen.current);
      else chosen.current?.click();
      return;
    }
    if (command || event.altKey || event.shiftKey) return;
    if (key === 'ArrowLeft' || key === 'ArrowRight') chosen.release();
    const move = {
      ArrowDown: () => chosen.step(1),
      ArrowUp: () => chosen.step(-1),
      // In the text until the arrows have led into the list.
      ...(chosen.byHand && { Home: () => chosen.edge('first'), End: () => chosen.edge('last') }),
    }[key];
    if (!move) return;
    event.preventDefault();
    move();
  });
}
