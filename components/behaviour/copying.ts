import { isPlainClick, listen, within } from './listen';

const SHOWN_MS = 2200;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Copy links put their whole address on the clipboard; copy buttons put words and address there. */
export function copying(): () => void {
  return listen('click', async (event) => {
    if (!isPlainClick(event)) return;
    const link = within<HTMLAnchorElement>(event, 'a.copy');
    const button = within(event, '[data-copy]');
    const text = within(event, '[data-copy-text]')?.dataset.copyText;
    if (text) {
      announce((await copyText(text)) ? 'Quote copied' : 'The browser does not let it be copied');
      return;
    }
    if (!link && !button) return;
    event.preventDefault();
    const { copy, copyLink } = button?.dataset ?? {};
    const address = link ? addressOf(link) : new URL(copyLink ?? '', location.href).href;
    const copied = await copyText(copy ? `${copy}\n${address}` : address);
    announce(copied ? (copy ? 'Quote copied' : 'Link copied') : `Copy this: ${address}`);
    if (link?.hash && link.pathname === location.pathname) history.replaceState(null, '', address);
  });
}

/** Links to a place say nothing of a search: only the path and the place are shared. */
function addressOf(link: HTMLAnchorElement): string {
  return `${location.origin}${link.pathname}${link.hash}`;
}

/** Puts a text on the clipboard; false where nothing can. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeBySelection(text);
  }
}

/** The clipboard's modern interface wants a secure origin; a home server on plain HTTP is none. */
function writeBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.className = 'sr-only';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

/** Says in a word what was done, to eyes and ears. */
export function announce(message: string): void {
  const toast = document.getElementById('toast');
  if (!toast) return;
  toast.textContent = message;
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.textContent = '';
  }, SHOWN_MS);
}
