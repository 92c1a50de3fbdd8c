import { storedList } from './stored-list';

/** How far somebody read in an episode, on this device. */
export interface ReadingPlace {
  /** Path of the episode's page. */
  path: string;
  title: string;
  show: string;
  /** The turn's fragment. */
  turn: string;
  /** What the place is called: the section and the time. */
  at: string;
  /** 0 to 1. */
  share: number;
}

const KEY = 'reading-places';
const MOST = 6;
/** Less than this is a glance, more is the end. */
const WORTH = { from: 0.02, to: 0.97 };

/** Where one may go on reading, the last first. */
export const readingPlaces = (): ReadingPlace[] =>
  storedList<ReadingPlace>(KEY, {
    path: 'string',
    title: 'string',
    show: 'string',
    turn: 'string',
    at: 'string',
    share: 'number',
  }).filter(({ path }) => path.startsWith('/episodes/'));

/** Remembers a place; one at the very beginning or end takes the episode off the list. */
export function rememberPlace(place: ReadingPlace): void {
  const others = readingPlaces().filter(({ path }) => path !== place.path);
  const going = place.share > WORTH.from && place.share < WORTH.to;
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify([...(going ? [place] : []), ...others].slice(0, MOST)),
    );
  } catch {
    // Without storage nothing is remembered.
  }
}
