import { isTyping, listen, within } from './listen';
import type { Palette } from './palette/palette';

const HEADER_FIELD = '.site-header [data-search-field]';

/**
 * `/`, ⌘K (Ctrl+K) and a click into the header's field open the palette; Escape leaves a field. The
 * palette is fetched on first use: until it is there, or where it does not come, the field serves.
 */
export function searchKeys(): () => void {
  let palette: Palette | undefined;
  let coming: Promise<void> | undefined;

  const fetchPalette = () => {
    coming ??= import('./palette/palette').then(
      (module) => {
        palette = module.buildPalette();
      },
      () => {
        coming = undefined;
      },
    );
    return coming;
  };
  const open = async () => {
    const field = document.querySelector<HTMLInputElement>(HEADER_FIELD);
    const before = document.activeElement;
    if (!palette && field) {
      // What is typed before the palette is there is not lost.
      field.focus({ preventScroll: true });
      if (before !== field) field.select();
      await fetchPalette();
    }
    if (!palette || palette.isOpen()) return;
    const text = field?.value.trim() ?? '';
    if (field) field.value = '';
    // The dialog gives the focus back to whatever has it now.
    if (before !== field) {
      field?.blur();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    }
    palette.open(text);
  };

  const stops = [
    listen('keydown', (event) => {
      if (event.isComposing) return;
      const commandK = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey);
      const slash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey;
      if (commandK || (slash && !isTyping(event))) {
        event.preventDefault();
        if (palette?.isOpen()) palette.close();
        else void open();
      } else if (event.key === 'Escape' && event.target instanceof HTMLInputElement) {
        event.target.blur();
      }
    }),
    listen('click', (event) => {
      if (within(event, HEADER_FIELD)) void open();
    }),
    // A moment's head start: by the click it is usually there.
    listen('pointerdown', (event) => {
      if (within(event, HEADER_FIELD)) void fetchPalette();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
