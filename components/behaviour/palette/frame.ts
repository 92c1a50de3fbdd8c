import { element } from './element';

const EXAMPLES = ['"exact phrase"', '-without', 'speaker:name', 'after:2026-01-01'];

/** The palette's fixed parts, put on the page once. A modal dialog keeps and returns the focus itself. */
export function frame() {
  const field = element('input', {
    class: 'palette-input',
    type: 'text',
    role: 'combobox',
    'aria-label': 'Search every word',
    'aria-autocomplete': 'list',
    'aria-controls': 'palette-list',
    'aria-expanded': 'false',
    placeholder: 'Search every word',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '1000',
  });
  const close = element(
    'button',
    { type: 'button', class: 'palette-close', 'aria-label': 'Close the search' },
    element('kbd', { 'aria-hidden': 'true' }, 'esc'),
  );
  const list = element('div', {
    id: 'palette-list',
    class: 'palette-list',
    role: 'listbox',
    'aria-label': 'Results',
  });
  const note = element('p', { class: 'palette-note' });
  const status = element('p', { role: 'status' });
  const clear = element(
    'button',
    { type: 'button', class: 'palette-clear' },
    'Clear recent searches',
  );
  const keys = element(
    'p',
    { class: 'palette-keys', 'aria-hidden': 'true' },
    ...[
      ['↑↓', 'choose'],
      ['↵', 'open'],
      [isApple() ? '⌘↵' : 'ctrl ↵', 'new tab'],
    ].map(([key = '', does]) => element('span', {}, element('kbd', {}, key), ` ${does}`)),
  );
  const dialog = element(
    'dialog',
    { class: 'palette', 'aria-label': 'Search all episodes' },
    element('div', { class: 'palette-field' }, field, close),
    note,
    list,
    element('div', { class: 'palette-foot' }, status, clear, keys),
  );
  document.body.append(dialog);
  return { dialog, field, list, note, status, clear, close, show: () => showOver(dialog) };
}

/** What can be typed, for a field that is still empty. */
export function syntaxNote(): (Node | string)[] {
  return ['Words, or ', ...EXAMPLES.flatMap((example) => [element('code', {}, example), ' '])];
}

/**
 * Opens the dialog over a page that neither scrolls nor shifts. On a phone the sheet ends where the
 * keyboard begins: browsers disagree on whether that makes the window smaller.
 */
function showOver(dialog: HTMLDialogElement): void {
  const scrollBar = innerWidth - document.documentElement.clientWidth;
  document.body.style.paddingRight = scrollBar > 0 ? `${scrollBar}px` : '';
  const view = window.visualViewport;
  const resize = () => dialog.style.setProperty('--visible', `${view?.height ?? innerHeight}px`);
  view?.addEventListener('resize', resize);
  resize();
  dialog.showModal();
  const closed = () => {
    view?.removeEventListener('resize', resize);
    document.body.style.paddingRight = '';
    // The focus is back in the header's field; on a phone that would bring the keyboard with it.
    const { activeElement } = document;
    if (matchMedia('(pointer: coarse)').matches && activeElement instanceof HTMLElement) {
      activeElement.blur();
    }
  };
  dialog.addEventListener('close', closed, { once: true });
}

const isApple = () => /Mac|iP(hone|ad)/.test(navigator.platform);
