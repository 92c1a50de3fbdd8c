import { listen } from '../listen';
import { pageHead } from '../selection/page-head';
import { rememberPlace } from './places';

/** How far down the window a turn must reach to be the one that is read. */
const EYE_LINE = 0.35;

/** Remembers where somebody reads, so that they can go on there. */
export function rememberingPlace(): () => void {
  const note = () => {
    const turns = [...document.querySelectorAll<HTMLElement>('.turns .turn')];
    const line = window.innerHeight * EYE_LINE;
    const at = turns.findIndex((turn) => turn.getBoundingClientRect().bottom > line);
    const turn = turns[at];
    const id = turn?.id || turn?.querySelector('[id^="turn-"]')?.id;
    if (!turn || !id) return;
    const topic = turn.closest('.topic')?.getAttribute('aria-label') ?? '';
    const time = turn.querySelector('.time')?.textContent ?? '';
    const { episode, show } = pageHead();
    rememberPlace({
      path: location.pathname,
      title: episode,
      show,
      turn: `#${id}`,
      at: [topic, time].filter(Boolean).join(', '),
      share: at / Math.max(1, turns.length - 1),
    });
  };
  return listen('pagehide', note);
}
