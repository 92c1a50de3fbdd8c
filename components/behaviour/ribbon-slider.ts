import { listen, within } from './listen';
import { turnAt, turnsByTime } from './time-links';
import { unfold } from './unfold';

/** How many turns Page Up and Page Down go where there are no sections. */
const PAGE_TURNS = 10;

/**
 * Makes the ribbon a slider: arrows go by turn, Page Up and Down by section, Home and End to the ends; a
 * pointer or a finger on it is told the time, the section and who speaks. Returns what ends it.
 */
export function ribbonSlider(): () => void {
  const track = document.querySelector<HTMLElement>('[data-ribbon]');
  const turns = turnsByTime();
  if (!track || turns.length === 0) return () => {};
  const total = Number(track.dataset.ribbon) / 1000;
  const note = document.createElement('span');
  note.className = 'ribbon-note';
  note.hidden = true;
  track.append(note);

  const spoken = (turn: HTMLElement) => {
    const time = turn.querySelector('.time')?.textContent ?? '';
    const who = turn.querySelector('.voice-name')?.textContent ?? '';
    const topic = turn.closest('.topic')?.getAttribute('aria-label') ?? '';
    return [time, who, topic].filter(Boolean).join(' · ');
  };
  const now = () => Number(track.getAttribute('aria-valuenow') ?? 0);
  const say = (turn: HTMLElement) => {
    track.setAttribute('aria-valuenow', turn.dataset.s ?? '0');
    track.setAttribute('aria-valuetext', spoken(turn));
  };
  const showNote = (turn: HTMLElement | null, share: number) => {
    note.hidden = !turn;
    if (!turn) return;
    note.textContent = spoken(turn);
    const half = note.offsetWidth / 2;
    const x = Math.min(Math.max(share * track.offsetWidth, half), track.offsetWidth - half);
    note.style.left = `${x}px`;
  };
  const go = (turn: HTMLElement | undefined) => {
    if (!turn) return;
    unfold(turn);
    turn.scrollIntoView({ block: 'start', behavior: 'instant' });
    say(turn);
    showNote(turn, Number(turn.dataset.s) / total);
  };
  const byTurn = (step: number) => {
    const at = turns.findIndex(({ element }) => element === turnAt(now()));
    go(turns[Math.min(Math.max(at + step, 0), turns.length - 1)]?.element);
  };
  const bySection = (step: 1 | -1) => {
    const topics = [...document.querySelectorAll<HTMLElement>('.topic')];
    const at = topics.indexOf(turnAt(now())?.closest<HTMLElement>('.topic') ?? document.body);
    const next = topics[at + step];
    if (topics.length < 2) byTurn(step * PAGE_TURNS);
    else go(next?.querySelector<HTMLElement>('.turn') ?? undefined);
  };
  const KEYS: Readonly<Record<string, () => void>> = {
    ArrowRight: () => byTurn(1),
    ArrowUp: () => byTurn(1),
    ArrowLeft: () => byTurn(-1),
    ArrowDown: () => byTurn(-1),
    PageUp: () => bySection(1),
    PageDown: () => bySection(-1),
    Home: () => go(turns[0]?.element),
    End: () => go(turns.at(-1)?.element),
  };

  track.setAttribute('role', 'slider');
  track.setAttribute('aria-label', 'Place in the episode');
  track.setAttribute('aria-valuemin', '0');
  track.setAttribute('aria-valuemax', String(Math.floor(total)));
  track.tabIndex = 0;
  const first = turns[0];
  if (first) say(first.element);

  const stops = [
    listen('keydown', (event) => {
      const key = KEYS[event.key];
      if (!key || event.target !== track) return;
      event.preventDefault();
      key();
    }),
    listen('pointermove', (event) => {
      const over = within(event, '[data-ribbon]') === track;
      if (!over) {
        if (!note.hidden && document.activeElement !== track) note.hidden = true;
        return;
      }
      const { left, width } = track.getBoundingClientRect();
      const share = Math.min(Math.max((event.clientX - left) / width, 0), 1);
      const turn = turnAt(share * total);
      showNote(turn, share);
      // A finger that moves along the ribbon moves the page; a mouse asks first.
      if (turn && event.pointerType === 'touch') {
        turn.scrollIntoView({ block: 'start', behavior: 'instant' });
        say(turn);
      }
    }),
    listen('pointerup', (event) => {
      if (event.pointerType === 'touch') note.hidden = true;
    }),
    listen('focusout', (event) => {
      if (event.target === track) note.hidden = true;
    }),
    listen('scrollend', () => {
      const { top } = track.getBoundingClientRect();
      const turn = document
        .elementsFromPoint(window.innerWidth / 2, top + window.innerHeight * 0.35)
        .find((element) => element.closest('.turn'))
        ?.closest<HTMLElement>('.turn');
      if (turn && document.activeElement !== track) say(turn);
    }),
  ];
  return () => {
    note.remove();
    for (const stop of stops) stop();
  };
}
