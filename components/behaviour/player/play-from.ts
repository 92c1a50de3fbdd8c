import type { Timeline } from '@/lib/media/timeline';
import { timeAt } from '@/lib/timing/moment';
import { isPlainClick, listen, within } from '../listen';
import { seek } from './steps';

/** Asked of the player by whoever has words to play from: the bar of selected words. */
export interface PlayRequest {
  /** The turn's name, without "turn-". */
  anchor: string;
  /** Character of its text. */
  offset: number;
}
export const PLAY_REQUEST = 'earmark:play';

/**
 * Plays from a turn by the button at its time, from words by request; a link to a time (`#t=754`) goes
 * there and leaves it to the reader to play.
 */
export function playFrom(
  media: HTMLMediaElement,
  timeline: () => Timeline | null,
  onPlay: () => void,
): () => void {
  const play = (turn: Element | null, offset: number) => {
    if (!(turn instanceof HTMLElement)) return;
    const position = [...document.querySelectorAll('.turns .turn')].indexOf(turn);
    const timed = timeline()?.turns[position];
    const ms = timed
      ? timeAt({ ...timed, text: timed, marks: marksOf(timed) }, offset)
      : Number(turn.dataset.s) * 1000;
    seek(media, ms / 1000);
    onPlay();
    // What is wrong is told by the error of the recording itself.
    void media.play().catch(() => {});
  };
  const land = () => {
    const match = /^#t=(\d{1,6}(?:\.\d+)?)$/.exec(location.hash);
    if (match) seek(media, Number(match[1]));
  };
  land();
  const asked = (event: Event) => {
    const { anchor, offset } = (event as CustomEvent<PlayRequest>).detail;
    const link = document.querySelector(`.who .copy[href="#turn-${CSS.escape(anchor)}"]`);
    play(link?.closest('.turn') ?? null, offset);
  };
  document.addEventListener(PLAY_REQUEST, asked);
  const stops = [
    listen('hashchange', land),
    listen('click', (event) => {
      const link = within(event, '.turn .play');
      if (!link || !isPlainClick(event)) return;
      event.preventDefault();
      play(link.closest('.turn'), 0);
    }),
  ];
  return () => {
    document.removeEventListener(PLAY_REQUEST, asked);
    for (const stop of stops) stop();
  };
}

const marksOf = ({ marks = [] }: Timeline['turns'][number]) =>
  marks.map(([offset, ms]) => ({ offset, ms, confidence: 1 }));
