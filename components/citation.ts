import type { EpisodeRef } from '@/lib/store/views';

/** A quote with its source, as one line of plain text. */
export function citation(
  text: string,
  speaker: string | undefined,
  episode: Pick<EpisodeRef, 'title' | 'show'>,
): string {
  return `“${text}” — ${speaker ?? 'Unknown speaker'}, ${episode.title} (${episode.show.title})`;
}
