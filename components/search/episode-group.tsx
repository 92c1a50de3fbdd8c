import { CalendarDate } from '@/components/time';
import { titleText } from '@/components/title-text';
import type { HitView } from '@/lib/search/hit-view';
import { HitItem } from './hit-item';

interface Props {
  hits: readonly HitView[];
  /** How many passages of the episode were found. */
  total: number;
  /** Leads to all of them. */
  more: string;
}

/** An episode with its best moments, and a way to the others. */
export function EpisodeGroup({ hits, total, more }: Props) {
  const [first] = hits;
  if (!first) return null;
  const { episode } = first;
  const left = total - hits.length;
  return (
    <section className="mt-8 first:mt-4" aria-label={episode.title}>
      <p className="eyebrow">
        {episode.show} · <CalendarDate date={episode.date} />
      </p>
      <h2 className="text-xl leading-snug">
        <a className="quiet-link" href={`/episodes/${episode.slug}`}>
          {titleText(episode.title)}
        </a>
      </h2>
      <ol>
        {hits.map((hit) => (
          <HitItem key={hit.url} hit={hit} inEpisode />
        ))}
      </ol>
      {left > 0 && (
        <p className="mt-3 text-sm">
          <a className="inline-block min-h-6 underline" href={more}>
            {left} more in this episode
          </a>
        </p>
      )}
    </section>
  );
}
