import type { EpisodeView } from '@/lib/store/views';

interface Props {
  episode: Pick<EpisodeView, 'slug'>;
  query: string;
  hits: number;
}

/** How many places match, and the way through them. */
export function HitBar({ episode, query, hits }: Props) {
  return (
    <div className="no-print sticky top-9 z-10 -mx-2 mb-6 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-tint px-4 py-2 text-sm">
      <p role="status" data-hit-status={hits}>
        {hits === 0 ? 'Nothing here matches' : `${hits} ${hits === 1 ? 'match' : 'matches'} for`}{' '}
        <strong className="font-semibold">{query}</strong>
      </p>
      <span className="ml-auto flex items-center gap-1">
        {hits > 0 && (
          <>
            <a className="button min-h-8 px-2.5" href="#hit-1" data-hit-step="-1">
              <span className="js-hide">First</span>
              <span className="js-only" aria-hidden="true">
                ↑
              </span>
              <span className="sr-only"> match, or the one before</span>
            </a>
            <a className="js-only button min-h-8 px-2.5" href="#hit-1" data-hit-step="1">
              <span aria-hidden="true">↓</span>
              <span className="sr-only">Next match</span>
            </a>
          </>
        )}
        <a className="button min-h-8 border-0 px-2.5" href={`/episodes/${episode.slug}`}>
          Clear
        </a>
      </span>
    </div>
  );
}
