import type { Timeline } from '@/lib/media/timeline';
import { pageHead } from '../selection/page-head';
import { BACK_S, ON_S, seek, stepBy } from './steps';

/** Going back within so many seconds of a section's beginning means the section before. */
const AT_BEGINNING_S = 3;

/**
 * Tells the system what is played, and heeds the keys of keyboards, headphones and lock screens
 * (https://w3c.github.io/mediasession/): previous and next are sections.
 */
export function mediaKeys(
  media: HTMLMediaElement,
  timeline: Timeline,
  picture: string,
): () => void {
  const { mediaSession: session } = navigator;
  if (!session) return () => {};
  const turns = [...document.querySelectorAll('.turns .turn')];
  const sections = [...document.querySelectorAll('.topic')].flatMap((topic) => {
    const first = timeline.turns[turns.indexOf(topic.querySelector('.turn') ?? topic)];
    return first ? [first.startMs / 1000] : [];
  });
  const { episode: title, show: artist } = pageHead();
  const artwork = [{ src: picture, sizes: '1200x630', type: 'image/png' }];
  const tell = () => {
    session.metadata = new MediaMetadata({ title, artist, artwork });
  };
  const jump = (to: number | undefined) => {
    if (to !== undefined) seek(media, to);
  };
  const actions: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => void media.play().catch(() => {})],
    ['pause', () => media.pause()],
    ['seekbackward', ({ seekOffset }) => stepBy(media, -(seekOffset ?? BACK_S))],
    ['seekforward', ({ seekOffset }) => stepBy(media, seekOffset ?? ON_S)],
    ['seekto', ({ seekTime }) => jump(seekTime)],
    [
      'previoustrack',
      () => jump(sections.findLast((start) => start < media.currentTime - AT_BEGINNING_S) ?? 0),
    ],
    ['nexttrack', () => jump(sections.find((start) => start > media.currentTime))],
  ];
  for (const [action, handler] of actions) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // A browser may not know every action.
    }
  }
  media.addEventListener('play', tell, { once: true });
  return () => {
    session.metadata = null;
    for (const [action] of actions) {
      try {
        session.setActionHandler(action, null);
      } catch {
        // As above.
      }
    }
  };
}
