import { listen } from './listen';
import { unfold } from './unfold';

/** All turns in order with the second on which they begin. */
export function turnsByTime(): { element: HTMLElement; second: number }[] {
  return [...document.querySelectorAll<HTMLElement>('.turn[data-s]')].map((element) => ({
    element,
    second: Number(element.dataset.s),
  }));
}

/** The turn that is being spoken at a second: the last that began by then. */
export function turnAt(second: number): HTMLElement | null {
  const turns = turnsByTime();
  let low = 0;
  let high = turns.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((turns[middle]?.second ?? 0) <= second) low = middle;
    else high = middle - 1;
  }
  return turns[low]?.element ?? null;
}

/** `#t=754` opens at that time. Where a turn begins on the very second its own anchor does it already. */
export function timeLinks(): () => void {
  const land = () => {
    unfold(document.getElementById(decodeURIComponent(location.hash.slice(1))));
    const match = /^#t=(\d{1,6})(\.\d+)?$/.exec(location.hash);
    if (!match || document.getElementById(location.hash.slice(1))) return;
    const turn = turnAt(Number(match[1]));
    unfold(turn);
    turn?.scrollIntoView({ behavior: 'instant', block: 'start' });
  };
  land();
  return listen('hashchange', land);
}
