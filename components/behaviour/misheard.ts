import { listen } from './listen';

/** Escape takes away the note on a misheard word until the word is left. */
export function misheard(): () => void {
  return listen('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const word of document.querySelectorAll<HTMLElement>('.misheard:is(:hover, :focus)')) {
      word.dataset.hushed = '';
      const back = () => delete word.dataset.hushed;
      word.addEventListener('mouseleave', back, { once: true });
      word.addEventListener('blur', back, { once: true });
    }
  });
}
