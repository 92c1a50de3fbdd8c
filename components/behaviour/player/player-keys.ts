import { isTyping, listen, within } from '../listen';

/** What a key does, and how the list of keys has it. */
export interface PlayerKey {
  keys: readonly string[];
  says: string;
  press: (key: string) => void;
}

/**
 * Listens for the player's keys and adds them to the list of keys. Space and `k` stay what they are: they
 * scroll, and go to the section before.
 */
export function playerKeys(offered: readonly PlayerKey[]): () => void {
  const list = document.querySelector('#keys dl');
  const rows = offered.map(({ keys, says }) => {
    const row = document.createElement('div');
    row.className = 'contents';
    const [term, meaning] = [document.createElement('dt'), document.createElement('dd')];
    for (const key of keys) {
      const shown = document.createElement('kbd');
      shown.textContent = key;
      if (term.childNodes.length > 0) term.append(' ');
      term.append(shown);
    }
    meaning.textContent = says;
    row.append(term, meaning);
    return row;
  });
  list?.append(...rows);
  const stop = listen('keydown', (event) => {
    if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isTyping(event) || within(event, 'dialog, [popover]:popover-open')) return;
    offered.find(({ keys }) => keys.includes(event.key))?.press(event.key);
  });
  return () => {
    stop();
    for (const row of rows) row.remove();
  };
}
