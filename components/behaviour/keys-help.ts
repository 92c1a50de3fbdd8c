import { isTyping, listen, within } from './listen';

/** `?` shows what keys there are. */
export function keysHelp(): () => void {
  return listen('keydown', (event) => {
    if (event.key !== '?' || event.isComposing || event.metaKey || event.ctrlKey) return;
    if (isTyping(event) || within(event, 'dialog')) return;
    document.querySelector<HTMLElement>('#keys')?.togglePopover();
  });
}
