import { listen, within } from './listen';

/** Switches between light and dark and remembers it on this device. */
export function themeToggle(): () => void {
  return listen('click', (event) => {
    if (!within(event, '[data-theme-toggle]')) return;
    const root = document.documentElement;
    const now =
      root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset.theme = now === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}
