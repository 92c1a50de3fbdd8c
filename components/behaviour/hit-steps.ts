import { isTyping, listen, within } from './listen';

/** Next and previous match, by button or by `n` and `p`. The address always names the match. */
export function hitSteps(): () => void {
  const marks = [...document.querySelectorAll<HTMLElement>('mark[id^="hit-"]')];
  const status = document.querySelector<HTMLElement>('[data-hit-status]');
  if (marks.length === 0) return () => {};
  let current = startingPoint(marks);
  const show = (scroll: boolean) => {
    const mark = marks[current];
    if (!mark) return;
    for (const other of marks) other.classList.toggle('now', other === mark);
    const words = status?.querySelector('strong')?.outerHTML;
    const first = status?.firstChild;
    if (words && first instanceof Text)
      first.textContent = `${current + 1} of ${marks.length} for `;
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
      if (!button) return;
      event.preventDefault();
      step(Number(button.dataset.hitStep));
    }),
    listen('keydown', (event) => {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'n') step(1);
      if (event.key === 'p') step(-1);
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
