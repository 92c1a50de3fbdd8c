import { isTyping, listen } from './listen';

/** `/` and ⌘K (Ctrl+K) go to the search field; Escape leaves it. */
export function searchKeys(): () => void {
  return listen('keydown', (event) => {
    if (event.isComposing) return;
    const commandK = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey);
    const slash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey;
    if (commandK || (slash && !isTyping(event))) {
      const field = document.querySelector<HTMLInputElement>('[data-search-field]');
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === 'Escape' && event.target instanceof HTMLInputElement) {
      event.target.blur();
    }
  });
}
