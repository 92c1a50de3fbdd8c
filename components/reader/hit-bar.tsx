import type { EpisodeView } from '@/lib/store/views';
import { FindForm } from './find-form';

interface Props {
  episode: Pick<EpisodeView, 'slug'>;
  query: string;
  hits: number;
}

/** What was searched for, how many places match, and the way through them. */
export function HitBar({ episode, query, hits }: Props) {
  return (
    <div className="no-print sticky top-8 z-20 -mx-5 mb-6 mt-5 flex items-center gap-x-3 border-line bg-tint px-3 py-2 text-sm max-sm:border-y sm:rounded-lg sm:border">
      <FindForm query={query} compact />
      <p role="status" data-hit-status={hits} className="whitespace-nowrap tabular-nums">
        {/* As wide as it will be once it says which match this is: nothing beside it moves. */}
        <span className="inline-block" style={{ minWidth: `${placeWidth(hits)}ch` }} data-hit-place>
          {hits === 0 ? 'Not here' : `${hits} ${hits === 1 ? 'match' : 'matches'}`}
        </span>
        <span className="sr-only"> for {query}</span>
      </p>
      <span className="flex items-center gap-1">
        {hits === 0 && (
          <a
            className="button min-h-8 px-2.5"
            href={`/search?${new URLSearchParams({ q: query })}`}
          >
            All episodes
          </a>
        )}
        {hits > 0 && (
          <>
            <a
              className="button min-h-8 px-2.5"
              href="#hit-1"
              data-hit-step="-1"
              title="Shift + Enter, or p"
            >
              <span className="js-hide">First</span>
              <span className="js-only" aria-hidden="true">
                ↑
              </span>
              <span className="sr-only"> match, or the one before</span>
            </a>
            <a
              className="js-only button min-h-8 px-2.5"
              href="#hit-1"
              data-hit-step="1"
              title="Enter, or n"
            >
              <span aria-hidden="true">↓</span>
              <span className="sr-only">Next match</span>
            </a>
          </>
        )}
        <a
          className="button min-h-8 border-0 bg-transparent px-2.5"
          href={`/episodes/${episode.slug}`}
        >
          Clear
        </a>
      </span>
    </div>
  );
}

/** Digits that “270 of 270” takes; letters are no wider. */
const placeWidth = (hits: number) => (hits === 0 ? 0 : 2 * String(hits).length + 3);
