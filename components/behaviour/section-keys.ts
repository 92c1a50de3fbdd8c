import { isTyping, listen, within } from './listen';

/** `j` and `k` go to the next and the previous section. */
export function sectionKeys(): () => void {
  return listen('keydown', (event) => {
    if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isTyping(event) || within(event, 'dialog')) return;
    if (event.key === 'j') goBy(1);
    if (event.key === 'k') goBy(-1);
  });
}

/** A section that begins within so many pixels of the top is the one being read. */
const NEAR_PX = 8;

function goBy(step: 1 | -1): void {
  const topics = [...document.querySelectorAll<HTMLElement>('.topic')];
  const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const tops = topics.map((topic) => topic.getBoundingClientRect().top - line);
  const at =
    step > 0 ? tops.findIndex((top) => top > NEAR_PX) : tops.findLastIndex((top) => top < -NEAR_PX);
  const topic = topics[at];
  if (!topic) return;
  history.replaceState(null, '', `#${topic.id}`);
  topic.scrollIntoView({ block: 'start', behavior: 'instant' });
  // A screen reader and Tab go on from here.
  const title = topic.querySelector('h2');
  title?.setAttribute('tabindex', '-1');
  title?.focus({ preventScroll: true });
}
