import { listen, within } from './listen';
import { turnAt, turnsByTime } from './time-links';
import { unfold } from './unfold';

/** How far down the window a turn must be to be the one that is read. */
const EYE_LINE = 0.35;

/** Marks where you are: the section in the contents, and the position on the ribbon. */
export function place(): () => void {
  let turns = readTurns();
  const topics = [...document.querySelectorAll<HTMLElement>('.topic')];
  const now = document.querySelector<HTMLElement>('[data-ribbon-now]');
  const track = document.querySelector<HTMLElement>('[data-ribbon]');
  const total = Number(track?.dataset.ribbon ?? 0);
  let frame = 0;
  let current: Element | null = null;

  const update = () => {
    frame = 0;
    const line = window.innerHeight * EYE_LINE;
    const turn = lastAbove(turns, line);
    if (now && turn && total > 0) {
      now.hidden = false;
      now.style.left = `${(Number(turn.dataset.s) * 100_000) / total}%`;
    }
    const topic = lastAbove(topics, line);
    const link = topic && document.querySelector(`.toc a[href="#${CSS.escape(topic.id)}"]`);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (link instanceof HTMLElement) keepInView(link);
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(update);
  };
  const jump = (event: MouseEvent) => {
    const ribbon = within(event, '[data-ribbon]');
    if (!ribbon) return;
    const box = ribbon.getBoundingClientRect();
    const turn = turnAt((((event.clientX - box.left) / box.width) * total) / 1000);
    unfold(turn);
    turn?.scrollIntoView({ block: 'start' });
  };
  update();
  const stops = [
    listen('scroll', schedule, { passive: true }),
    listen('resize', schedule),
    // A gap that was opened or closed.
    listen(
      'toggle',
      () => {
        turns = readTurns();
        schedule();
      },
      { capture: true },
    ),
    listen('click', jump),
  ];
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
  };
}

/** Those that are not folded away. */
const readTurns = () =>
  turnsByTime()
    .map(({ element }) => element)
    .filter((element) => !element.closest('details.gap:not([open])'));

/** Binary search: elements stand in document order, one below the other. */
function lastAbove<T extends Element>(elements: readonly T[], line: number): T | null {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((elements[middle]?.getBoundingClientRect().top ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return elements[low] ?? null;
}

/** Scrolls the contents, never the page. */
function keepInView(link: HTMLElement): void {
  const column = link.closest<HTMLElement>('.column');
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const box = link.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) {
    column.scrollTop += box.top - frame.top - frame.height / 2;
  }
}
