import { isTyping, listen, within } from '../listen';
import type { SelectionBar } from './bar';

/** A selection that is still growing is left alone for so long. */
const SETTLED_MS = 200;

/**
 * Words that are selected in the reader can be cited: a bar comes up beside them, and `c` leads into
 * it. What it takes is fetched with the first selection; until then this listens and does nothing.
 */
export function selecting(): () => void {
  let bar: SelectionBar | undefined;
  let coming: Promise<void> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;

  const isOfText = () => {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return false;
    const turns = document.querySelector('.turns');
    return turns !== null && chosen.getRangeAt(0).intersectsNode(turns);
  };
  const fetchBar = () => {
    coming ??= import('./bar').then(
      ({ selectionBar }) => {
        bar = selectionBar();
      },
      () => {
        coming = undefined;
      },
    );
    return coming;
  };
  const settle = async () => {
    if (isOfText()) await fetchBar();
    if (isOfText()) bar?.show();
    else bar?.hide();
  };
  const schedule = () => {
    clearTimeout(pause);
    if (!pressed) pause = setTimeout(settle, SETTLED_MS);
  };
  const released = () => {
    pressed = false;
    schedule();
  };
  const stops = [
    listen('selectionchange', schedule, { capture: true }),
    listen('pointerdown', (event) => {
      pressed = event.pointerType === 'mouse' && !within(event, '.selection-bar');
    }),
    listen('pointerup', released),
    // Selected words that are dragged somewhere: no release is told.
    listen('pointercancel', released),
    listen('keydown', (event) => {
      const plain = !event.metaKey && !event.ctrlKey && !event.altKey && !event.isComposing;
      if (event.key !== 'c' || !plain || isTyping(event) || !bar?.isShown()) return;
      event.preventDefault();
      bar.focus();
    }),
  ];
  return () => {
    clearTimeout(pause);
    for (const stop of stops) stop();
    bar?.remove();
  };
}
