import { isPlainClick, listen, within } from './listen';

/** Reads one voice alone without loading the page anew; the address says so too. */
export function soloVoice(): () => void {
  return listen('click', (event) => {
    const link = soloLink(event);
    const turns = document.querySelector('.turns');
    if (!link || !turns || !isPlainClick(event)) return;
    event.preventDefault();
    const on = link.getAttribute('aria-current') !== 'true';
    const reading = readingTurn();
    const above = reading?.getBoundingClientRect().top ?? 0;
    turns.classList.toggle('solo', on);
    for (const turn of turns.querySelectorAll<HTMLElement>('.turn')) {
      turn.classList.toggle('kept', on && turn.dataset.v === link.dataset.solo);
    }
    for (const other of document.querySelectorAll('a[data-solo]'))
      other.removeAttribute('aria-current');
    if (on) link.setAttribute('aria-current', 'true');
    const name = document.querySelector('[data-solo-name]');
    if (name) name.textContent = link.querySelector('.voice-name')?.textContent ?? '';
    const address = new URL(location.href);
    if (on) address.searchParams.set('speaker', link.dataset.slug ?? '');
    else address.searchParams.delete('speaker');
    history.replaceState(null, '', address);
    if (reading) window.scrollBy(0, reading.getBoundingClientRect().top - above);
  });
}

/** The voice that is meant: the link's own, or the one that ends. */
function soloLink(event: MouseEvent): HTMLAnchorElement | null {
  if (within(event, 'a[data-solo-end]')) {
    return document.querySelector<HTMLAnchorElement>('a[data-solo][aria-current=true]');
  }
  return within<HTMLAnchorElement>(event, 'a[data-solo]');
}

/** The first turn that is in view: it stays where it is while the others shrink or grow. */
function readingTurn(): HTMLElement | null {
  for (const turn of document.querySelectorAll<HTMLElement>('.turn')) {
    if (turn.getBoundingClientRect().bottom > 120) return turn;
  }
  return null;
}
