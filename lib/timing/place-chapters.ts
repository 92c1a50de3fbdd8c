import type { TurnAnchor } from './anchors.ts';
import { MEASURED } from './error-range.ts';
import type { TimedSpan } from './timed.ts';
import { titleWorth } from './title-places.ts';

/** A place must speak of a title by so much more than what stands before it. */
const LEAST_WORTH = 3;
/** What drift between chapters costs, against the words of titles. */
const DRIFT_WEIGHT = 2;
/** A chapter is looked for within this many times the range of the estimates, at least so far (milliseconds). */
const REACH = 2;
const LEAST_RANGE_MS = 5_000;
/** A longer list is no list of chapters, and would take long. */
const MOST_CHAPTERS = 500;
/** At most so many chapters in a row are left without a place between two that have one… */
const MOST_MISSED = 6;
/** …and so many likely places of one chapter are weighed. */
const MOST_PLACES = 40;

interface Place {
  chapter: number;
  turn: number;
  /** Estimated, and as the chapter has it, in milliseconds. */
  estimatedMs: number;
  ms: number;
  score: number;
  before: Place | null;
}

/**
 * The turns that published chapters begin with, concluded for those whose titles' words begin to be said
 * near where the estimates have them. All are placed at once, in order, by dynamic programming: what
 * speaks for a place (`title-places.ts`) against how unevenly the talk would have to run between places,
 * as a random walk does (`error-range.ts`). Chapters that nothing speaks for are left out.
 *
 * `spans` are the estimates so far; turns with known times take no chapter.
 */
export function placeChapters(
  turns: readonly { text: string }[],
  spans: readonly TimedSpan[],
  chapters: readonly { title: string; startMs: number }[],
  durationMs?: number,
): TurnAnchor[] {
  if (chapters.length === 0 || chapters.length > MOST_CHAPTERS) return [];
  const worthOf = titleWorth(turns);
  // Without the length of the recording the pace itself is in doubt.
  const pace = durationMs === undefined ? MEASURED.pace : 0;
  const strain = (from: Place, estimatedMs: number, ms: number) => {
    const [estimated, published] = [estimatedMs - from.estimatedMs, ms - from.ms];
    const doubt = from.chapter < 0 ? MEASURED.beginning : 0;
    const variance =
      MEASURED.drift ** 2 * Math.max(LEAST_RANGE_MS, published) +
      doubt ** 2 +
      (pace * published) ** 2;
    return (DRIFT_WEIGHT * (estimated - published) ** 2) / variance;
  };
  const beginning: Place = {
    chapter: -1,
    turn: 0,
    estimatedMs: 0,
    ms: 0,
    score: 0,
    before: null,
  };
  let recent: Place[] = [];
  let best = beginning;
  let bestScore = 0;
  // What begins with the recording begins with the first turn.
  const ordered = chapters
    .filter(({ startMs }) => startMs >= LEAST_RANGE_MS)
    .sort((a, b) => a.startMs - b.startMs);
  for (const [chapter, { title, startMs: ms }] of ordered.entries()) {
    recent = recent.filter((place) => place.chapter >= chapter - MOST_MISSED - 1);
    const own: Place[] = [];
    for (const { turn, worth } of likely(title, ms)) {
      const estimatedMs = spans[turn]?.startMs ?? 0;
      let before = beginning;
      let score = -strain(beginning, estimatedMs, ms);
      for (const place of recent) {
        const reached = place.score - strain(place, estimatedMs, ms);
        if (place.turn < turn && place.ms < ms && reached > score)
          [before, score] = [place, reached];
      }
      own.push({ chapter, turn, estimatedMs, ms, score: score + worth, before });
    }
    for (const place of own) {
      const end = spans.at(-1)?.endMs ?? 0;
      const score =
        durationMs === undefined ? place.score : place.score - strain(place, end, durationMs);
      if (score > bestScore) [best, bestScore] = [place, score];
    }
    recent.push(...own);
  }
  const placed: TurnAnchor[] = [];
  for (let place: Place | null = best; place && place.chapter >= 0; place = place.before)
    placed.push({ turn: place.turn, ms: place.ms, concluded: true });
  return placed.reverse();

  function likely(title: string, ms: number) {
    const found: { turn: number; worth: number }[] = [];
    for (const [turn, span] of spans.entries()) {
      if (turn === 0 || span.withinMs === null) continue;
      if (Math.abs(span.startMs - ms) > REACH * Math.max(LEAST_RANGE_MS, span.withinMs)) continue;
      const worth = worthOf(title, turn) - LEAST_WORTH;
      if (worth > 0) found.push({ turn, worth });
    }
    return found
      .sort((a, b) => b.worth - a.worth)
      .slice(0, MOST_PLACES)
      .sort((a, b) => a.turn - b.turn);
  }
}
