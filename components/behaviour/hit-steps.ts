import { isTyping, listen, within } from './listen';

/** How far beside a mark of the rail a click still means it, in pixels: half a thumb. */
const NEAR_PX = 12;

/**
 * Next and previous match: by button, by `n` and `p` (or `N`), by Enter and Shift-Enter in the field
 * that holds the very words, and by the rail beneath the ribbon. The address always names the match.
 */
export function hitSteps(): () => void {
  const marks = [...document.querySelectorAll<HTMLElement>('mark[id^="hit-"]')];
  const place = document.querySelector<HTMLElement>('[data-hit-place]');
  takeUpFinding();
  if (marks.length === 0) return () => {};
  let current = startingPoint(marks);
  const show = (scroll: boolean) => {
    const mark = marks[current];
    if (!mark) return;
    for (const other of marks) other.classList.toggle('now', other === mark);
    if (place) place.textContent = `${current + 1} of ${marks.length}`;
    if (scroll) {
      history.replaceState(null, '', `#${mark.id}`);
      mark.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
  };
  const step = (by: number) => {
    current = (current + by + marks.length) % marks.length;
    show(true);
  };
  show(false);
  const stops = [
    listen('click', (event) => {
      const button = within(event, '[data-hit-step]');
      if (button) {
        event.preventDefault();
        step(Number(button.dataset.hitStep));
        return;
      }
      const ribbon = within(event, '[data-ribbon]');
      const near = ribbon ? nearestOnRail(marks, ribbon, event.clientX) : -1;
      if (near < 0) return;
      current = near;
      show(true);
    }),
    listen('keydown', (event) => {
      if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
      const field = within<HTMLInputElement>(event, '[data-find]');
      if (field) {
        if (event.key !== 'Enter' || field.value.trim() !== field.dataset.find?.trim()) return;
        event.preventDefault();
        step(event.shiftKey ? -1 : 1);
      } else if (!isTyping(event) && !within(event, 'dialog')) {
        if (event.key === 'n') step(1);
        if (event.key === 'p' || event.key === 'N') step(-1);
      }
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The match the address points at, else the first. */
function startingPoint(marks: readonly HTMLElement[]): number {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const mark = target?.closest('mark') ?? target?.querySelector('mark');
  return mark instanceof HTMLElement ? Math.max(0, marks.indexOf(mark)) : 0;
}

/** Who has just pressed Enter to find goes on with Enter: the field keeps the focus over the load. */
function takeUpFinding(): void {
  const from = document.referrer.split(/[?#]/)[0];
  if (from !== location.origin + location.pathname || location.hash !== '#hit-1') return;
  if (document.activeElement !== document.body) return;
  const field = document.querySelector<HTMLInputElement>('[data-find]');
  field?.focus({ preventScroll: true });
  field?.select();
}

/** The match whose mark on the rail is nearest to a click; -1 where none is near. */
function nearestOnRail(marks: readonly HTMLElement[], ribbon: HTMLElement, x: number): number {
  const { left, width } = ribbon.getBoundingClientRect();
  const pxPerSecond = (width * 1000) / Number(ribbon.dataset.ribbon);
  let nearest = -1;
  let least = NEAR_PX;
  marks.forEach((mark, i) => {
    const second = Number(mark.closest<HTMLElement>('.turn')?.dataset.s);
    const distance = Math.abs(left + second * pxPerSecond - x);
    if (distance >= least) return;
    nearest = i;
    least = distance;
  });
  return nearest;
}
