import type { ReactNode } from 'react';
import { CalendarDate, lengthText } from '@/components/time';
import type { EpisodeRef } from '@/lib/store/views';

interface Props {
  episode: EpisodeRef & { durationMs: number };
  /** What else there is to say. */
  children?: ReactNode;
}

/** Show, date and length, in one quiet line; no line begins or ends with a dot. */
export function EpisodeLine({ episode, children }: Props) {
  return (
    <p className="eyebrow facts leading-6">
      <a className="quiet-link inline-block min-h-6 leading-6" href={`/?show=${episode.show.slug}`}>
        {episode.show.title}
      </a>
      <Fact>
        <CalendarDate date={episode.date} />
      </Fact>
      <Fact>
        {episode.timing === 'estimated' && '≈ '}
        {lengthText(episode.durationMs)}
      </Fact>
      {children && <Fact>{children}</Fact>}
    </p>
  );
}

function Fact({ children }: { children: ReactNode }) {
  return (
    <span>
      <i aria-hidden="true"> · </i>
      {children}
    </span>
  );
}
