import { writeHit } from '../anchors/hit.ts';
import type { Timing } from '../timing/timed.ts';
import { closestMatches } from './closest-matches.ts';
import type { Hit } from './engine.ts';
import { snippetHtml } from './snippet.ts';

/** A hit as pages and the API show it: where it stands, who said it, and a link onto its words. */
export interface HitView {
  episode: { slug: string; title: string; show: string; date: string | null };
  section: { title: string; startMs: number; slug: string } | null;
  speaker: { slug: string; name: string } | null;
  turn: number;
  turnId: string;
  startMs: number;
  timing: Timing;
  text: string;
  /** Where `text` begins in the turn, in characters. */
  offset: number;
  /** Where in `text` the matches that stand closest begin, in characters. */
  match: number;
  /** Found as written, with typos, because it sounds alike, or because it means much the same. */
  how: Hit['how'];
  /** The question it answers, and who asked; null where it answers none. */
  question: { speaker: string | null; text: string } | null;
  snippetHtml: string;
  /** Matched words that the glossary says were misheard, and what was meant. */
  misheard?: { heard: string; term: string }[];
  url: string;
}

/**
 * `q` is what was typed: the link carries it, so that the reader highlights the same words; there are
 * none where only the meaning is the same.
 */
export function toHitView({ passage, matches, how }: Hit, q: string): HitView {
  const misheard = (passage.corrections ?? [])
    .filter(({ start, end }) => matches.some((match) => match.start < end && match.end > start))
    .map(({ start, end, term }) => ({ heard: passage.text.slice(start, end), term }));
  const best = closestMatches(passage.text, matches);
  const hit = writeHit(passage, best);
  const address = new URLSearchParams({ ...(q && how !== 'meaning' ? { q } : {}), hit });
  return {
    episode: {
      slug: passage.episodeSlug,
      title: passage.episodeTitle,
      show: passage.showTitle,
      date: passage.date,
    },
    section:
      passage.sectionTitle === null
        ? null
        : {
            title: passage.sectionTitle,
            startMs: passage.sectionStartMs ?? 0,
            slug: passage.sectionSlug ?? '',
          },
    speaker:
      passage.speakerSlug === null
        ? null
        : { slug: passage.speakerSlug, name: passage.speakerName ?? passage.speakerSlug },
    turn: passage.turn,
    turnId: passage.turnId,
    startMs: passage.startMs,
    timing: passage.timing,
    text: passage.text,
    offset: passage.offset,
    match: best?.start ?? 0,
    how,
    question: passage.question,
    snippetHtml: snippetHtml(passage.text, matches),
    ...(misheard.length > 0 && { misheard }),
    url: `/episodes/${passage.episodeSlug}?${address}#turn-${passage.turnId}`,
  };
}
