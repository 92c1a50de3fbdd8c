import type { Spoken, Timeline } from '@/lib/media/timeline';
import { listen } from '../listen';
import { placeInText } from './place-in-text';

/** Where in the window the words that are said are brought, and how far around they may wander. */
const EYE_LINE = 0.35;
const COMFORTABLE = { from: 0.12, to: 0.7 };
/** Further than so many windows nothing glides. */
const GLIDE_WINDOWS = 2;
/** A glide takes no longer, in milliseconds, where the browser does not tell its end. */
const GLIDE_MS = 1_000;

interface Following {
  media: HTMLMediaElement;
  timeline: Timeline;
  /** Told whether the page goes along; false as soon as the reader looks elsewhere. */
  onFollowing: (on: boolean) => void;
  /** Told what is being said. */
  onSpoken: (spoken: Spoken | null) => void;
}

/**
 * Marks what is being said, without touching the text, and keeps it in view for who wants to follow and
 * has not scrolled away.
 */
export function followAlong({ media, timeline, onFollowing, onSpoken }: Following) {
  const turns = [...document.querySelectorAll<HTMLElement>('.turns .turn')];
  // Another version of the episode than the page has: better no mark than a wrong one.
  const same = turns.length === timeline.turns.length;
  let shown = '';
  let place: Range | HTMLElement | null = null;
  let following = false;
  let gliding = 0;

  const setFollowing = (on: boolean) => {
    if (following === on) return;
    following = on;
    onFollowing(on);
  };
  const bringIntoView = () => {
    const box = place && boxOf(place);
    if (!box) return;
    const { from, to } = COMFORTABLE;
    if (box.top >= innerHeight * from && box.top <= innerHeight * to) return;
    const by = box.top - innerHeight * EYE_LINE;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const glides = !still && Math.abs(by) < GLIDE_WINDOWS * innerHeight;
    gliding = performance.now() + (glides ? GLIDE_MS : 0);
    window.scrollBy({ top: by, behavior: glides ? 'smooth' : 'instant' });
  };
  const paint = (spoken: Spoken | null) => {
    for (const turn of document.querySelectorAll('.turn.speaking, .turn.maybe')) {
      turn.classList.remove('speaking', 'maybe');
    }
    CSS.highlights?.delete('spoken');
    place = null;
    if (!spoken) return;
    const turn = turns[spoken.turn];
    if (!turn) return;
    place = turn;
    if (spoken.kind === 'about') {
      for (const other of turns.slice(spoken.first, spoken.last + 1)) other.classList.add('maybe');
      return;
    }
    turn.classList.add('speaking');
    const { paragraphs = [0] } = timeline.turns[spoken.turn] ?? {};
    const words = spoken.span && placeInText(turn, spoken.span, paragraphs);
    if (!words) return;
    place = words;
    CSS.highlights?.set('spoken', new Highlight(words));
  };
  const update = () => {
    const spoken = timeline.spokenAt(media.currentTime * 1000);
    const name = JSON.stringify(spoken);
    const away = place !== null && performance.now() > gliding && !isInView(place);
    if (away && !media.paused) setFollowing(false);
    if (name === shown) return;
    shown = name;
    paint(spoken);
    onSpoken(spoken);
    if (following) bringIntoView();
  };
  /** Whoever scrolls while the page glides means it: the browser alone would glide on. */
  const letGo = () => {
    if (performance.now() > gliding) return;
    gliding = 0;
    window.scrollTo({ top: scrollY, behavior: 'instant' });
    setFollowing(false);
  };
  const stops = [
    listen('scrollend', () => {
      const ours = gliding > 0;
      gliding = 0;
      // What was far away was not laid out; now that it is, it may stand elsewhere.
      if (ours && following) bringIntoView();
    }),
    listen('wheel', letGo, { passive: true }),
    listen('touchmove', letGo, { passive: true }),
  ];
  return {
    /** Looks again at what is being said; to be called as the recording moves on. */
    update: same ? update : () => {},
    /** Goes along from here on, or no longer. `atOnce`: brings what is said into view, wherever one is. */
    follow(on: boolean, atOnce: boolean) {
      if (same) update();
      const near = performance.now() < gliding || (place !== null && isInView(place));
      setFollowing(on && (atOnce || near));
      if (following && atOnce) bringIntoView();
    },
    stop() {
      paint(null);
      for (const stop of stops) stop();
    },
  };
}

/** Where something stands in the window; a turn that is folded away stands where its fold is. */
function boxOf(place: Range | HTMLElement): DOMRect {
  const node = place instanceof Range ? place.startContainer : place;
  const element = node instanceof Element ? node : node.parentElement;
  const fold = element?.closest('details.gap:not([open])');
  const box = (fold ?? place).getBoundingClientRect();
  // Words that are not laid out have no place of their own yet.
  const turn = box.height === 0 ? element?.closest('.turn') : null;
  return turn?.getBoundingClientRect() ?? box;
}

function isInView(place: Range | HTMLElement): boolean {
  const { top, bottom } = boxOf(place);
  return bottom > 0 && top < innerHeight;
}
