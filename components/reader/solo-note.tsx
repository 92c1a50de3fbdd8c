import type { EpisodeView } from '@/lib/store/views';

/** Says whose voice is read alone, where one reads, and leads back to all. */
export function SoloNote({ episode, solo }: { episode: EpisodeView; solo: number | null }) {
  return (
    <p className="solo-note no-print">
      <span>
        In full: <b data-solo-name>{solo === null ? '' : episode.speakers[solo]?.name}</b>
      </span>
      <a className="min-h-6" href={`/episodes/${episode.slug}`} data-solo-end>
        Everyone
      </a>
    </p>
  );
}
