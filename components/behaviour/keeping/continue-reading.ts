import { keptWords } from './kept';
import { readingPlaces } from './places';

/** Fills the library's list of episodes that were begun, and tells of kept words. */
export function continueReading(): () => void {
  const section = document.querySelector<HTMLElement>('[data-continue]');
  const list = section?.querySelector('ul');
  const kept = section?.querySelector<HTMLElement>('[data-kept-count]');
  if (!section || !list) return () => {};
  const places = readingPlaces();
  list.replaceChildren(
    ...places.map(({ path, title, turn, at, share }) => {
      const item = document.createElement('li');
      item.className = 'py-3';
      const link = document.createElement('a');
      link.className = 'quiet-link font-serif text-lg';
      link.href = `${path}${turn}`;
      link.textContent = title;
      const place = document.createElement('span');
      place.className = 'block text-sm text-muted';
      place.textContent = `${at} · ${Math.round(share * 100)} % read`;
      item.append(link, place);
      return item;
    }),
  );
  const count = keptWords().length;
  if (kept) {
    kept.hidden = count === 0;
    const link = kept.querySelector('a');
    if (link) link.textContent = count === 1 ? 'One passage is kept' : `${count} passages are kept`;
  }
  section.hidden = places.length === 0 && count === 0;
  return () => {};
}
