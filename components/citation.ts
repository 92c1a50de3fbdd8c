import type { CitedQuote } from '@/lib/citation/cited-words';
import { toPlainQuote } from '@/lib/citation/plain';
import type { EpisodeRef } from '@/lib/store/views';
import type { Timing } from '@/lib/timing/timed';

/** A quote with all that a citation says of it. */
export function citedQuote(
  text: string,
  speaker: string | undefined,
  episode: EpisodeRef,
  { startMs, timing }: { startMs: number; timing: Timing },
): CitedQuote {
  return {
    passages: [{ speaker: speaker ?? null, text }],
    episode: episode.title,
    show: episode.show.title,
    date: episode.date,
    language: null,
    startMs,
    estimated: timing === 'estimated',
  };
}

/** A quote with its source, as one line of plain text. */
export const citation = (...quote: Parameters<typeof citedQuote>): string =>
  toPlainQuote(citedQuote(...quote));
