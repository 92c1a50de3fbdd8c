import { announce, copyText } from '../copying';
import { keep } from '../keeping/kept';
import { showKept } from '../keeping/show-kept';
import { listen } from '../listen';
import type { PLAY_REQUEST, PlayRequest } from '../player/play-from';
import { asCited, COPIES, type Copy, PAGES } from './actions';
import { readSelected } from './selected';

/** Pixels between the words and the bar. */
const GAP = 8;

/** The bar that offers what can be done with selected words. */
export function selectionBar() {
  const bar = element('div', 'selection-bar no-print', { role: 'toolbar', hidden: '' });
  bar.setAttribute('aria-label', 'The selected words');
  bar.setAttribute('aria-keyshortcuts', 'c');
  const row = element('div', 'selection-row', {});
  const more = element('div', 'selection-row', { id: 'selection-more', hidden: '' });
  const cite = button('Cite as');
  cite.setAttribute('aria-expanded', 'false');
  cite.setAttribute('aria-controls', more.id);
  const asButton = ({ label, done, text }: Copy) => {
    const copy = button(label);
    copy.addEventListener('click', () => void put(text, done));
    return copy;
  };
  const copies = COPIES.map(asButton);
  const pages = PAGES.map(({ label }) => element('a', '', {}, label) as HTMLAnchorElement);
  const hint = element('kbd', '', { 'aria-hidden': 'true' }, 'C');
  const keeps = button('Keep');
  keeps.addEventListener('click', () => {
    const selected = readSelected();
    const words = selected && asCited(selected);
    if (!words) return hide();
    announce(keep(words) ? 'Kept on this device' : 'This device keeps nothing');
    showKept();
  });
  const plays = document.querySelector('.player') ? [button('Play')] : [];
  for (const play of plays) play.addEventListener('click', playSelected);
  row.append(...copies, cite, keeps, ...pages, ...plays, hint);
  bar.append(row, more);
  document.getElementById('main')?.append(bar);

  let before: HTMLElement | null = null;

  const expand = (on: boolean) => {
    more.hidden = !on;
    cite.setAttribute('aria-expanded', String(on));
  };
  const hide = () => {
    if (bar.contains(document.activeElement)) before?.focus({ preventScroll: true });
    bar.hidden = true;
    expand(false);
  };
  const show = () => {
    const selected = readSelected();
    const words = selected && asCited(selected);
    if (!selected || !words) return hide();
    PAGES.forEach(({ address }, i) => {
      const page = pages[i];
      const href = address(words, selected.count);
      if (!page) return;
      page.hidden = href === null;
      if (href !== null) page.href = href;
    });
    bar.hidden = false;
    place(bar, selected.range);
  };
  /** Reads the selection anew: it may have grown since the bar was shown. */
  const put = async (text: Copy['text'], done: string) => {
    const selected = readSelected();
    const words = selected && asCited(selected);
    if (!selected || !words) return hide();
    const range = selected.range.cloneRange();
    const copied = await copyText(text(words));
    // Where the clipboard is out of reach, copying takes the selection away.
    if (getSelection()?.isCollapsed) getSelection()?.addRange(range);
    announce(copied ? done : `Copy this: ${words.url}`);
  };
  cite.addEventListener('click', async () => {
    if (more.childElementCount === 0) {
      const formats = await import('./formats').catch(() => null);
      if (!formats) return announce('The formats cannot be fetched. Try again in a moment.');
      if (more.childElementCount === 0) more.append(...formats.FORMATS.map(asButton));
    }
    expand(Boolean(more.hidden));
    const range = readSelected()?.range;
    if (range) place(bar, range);
  });
  // A click must not take the selection away before it is used.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [...bar.querySelectorAll<HTMLElement>('button, a')].filter((stop) =>
      stop.checkVisibility(),
    );
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[(at + step + stops.length) % stops.length]?.focus();
  });
  const stops = [
    listen('keydown', (event) => {
      if (event.key !== 'Escape' || bar.hidden) return;
      hide();
      getSelection()?.collapseToEnd();
    }),
    listen('resize', () => {
      const range = bar.hidden ? null : readSelected()?.range;
      if (range) place(bar, range);
    }),
  ];
  return {
    show,
    hide,
    isShown: () => !bar.hidden,
    focus: () => {
      before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      copies[0]?.focus({ preventScroll: true });
    },
    remove: () => {
      for (const stop of stops) stop();
      bar.remove();
    },
  };
}

/** The player, where there is one, plays from the first of the selected words. */
function playSelected(): void {
  const selected = readSelected();
  const turn = selected?.turns[selected.selection.firstTurn];
  if (!selected || !turn) return;
  const detail: PlayRequest = { anchor: turn.anchor, offset: selected.selection.start };
  document.dispatchEvent(new CustomEvent('earmark:play' satisfies typeof PLAY_REQUEST, { detail }));
}

/** Above the words where there is room, else below; where fingers select, the style sheet has the say. */
function place(bar: HTMLElement, range: Range): void {
  const words = range.getBoundingClientRect();
  const ribbon = document.querySelector('.ribbon')?.getBoundingClientRect().bottom ?? 0;
  const { width, height } = bar.getBoundingClientRect();
  const above = words.top - height - GAP;
  const top = above > ribbon ? above : Math.min(words.bottom + GAP, innerHeight - height - GAP);
  const middle = words.left + words.width / 2 - width / 2;
  const left = Math.max(GAP, Math.min(middle, document.body.clientWidth - width - GAP));
  bar.style.setProperty('--top', `${top + scrollY}px`);
  bar.style.setProperty('--left', `${left + scrollX}px`);
}

const button = (label: string) => element('button', '', { type: 'button' }, label);

function element(
  name: string,
  className: string,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export type SelectionBar = ReturnType<typeof selectionBar>;
