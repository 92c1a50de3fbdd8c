/** Adds a listener and returns what removes it. */
export function listen<K extends keyof WindowEventMap>(
  type: K,
  handler: (event: WindowEventMap[K]) => void,
  options?: AddEventListenerOptions,
): () => void {
  window.addEventListener(type, handler, options);
  return () => window.removeEventListener(type, handler, options);
}

/** The nearest element around an event that matches, or null. */
export function within<T extends Element = HTMLElement>(event: Event, selector: string): T | null {
  return event.target instanceof Element ? event.target.closest<T>(selector) : null;
}

/** True while somebody writes into a field: letters are then theirs. */
export function isTyping(event: Event): boolean {
  return within(event, 'input, textarea, select, [contenteditable]') !== null;
}

/** A click that means "open elsewhere" is the browser's. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
