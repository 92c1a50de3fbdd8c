import { listen, within } from './listen';

const NAMES = ['theme', 'size', 'face', 'width', 'offline'] as const;
/** What stands for no choice of one's own. */
const USUAL = new Set(['auto', 'normal', 'serif', 'keep']);

/** Applies what is chosen at once and keeps it on this device; public/theme.js applies it from then on. */
export function preferences(): () => void {
  const form = document.querySelector<HTMLFormElement>('#preferences');
  const root = document.documentElement;
  const show = () => {
    for (const name of NAMES) {
      const value = root.dataset[name];
      if (value) form?.querySelector<HTMLInputElement>(`[name=${name}][value=${value}]`)?.click();
    }
  };
  show();
  return listen('change', (event) => {
    const choice = within<HTMLInputElement>(event, '#preferences input');
    if (!choice) return;
    const { name, value } = choice;
    if (USUAL.has(value)) delete root.dataset[name];
    else root.dataset[name] = value;
    try {
      if (USUAL.has(value)) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}
