import type { ReactNode } from 'react';
import { CalendarDate, lengthText } from '@/components/time';
import type { EpisodeRef } from '@/lib/store/views';

interface Props {
  episode: EpisodeRef & { durationMs: number };
  /** What else there is to say. */
  children?: ReactNode;
}

/** Show, date and length, in one quiet line. */
export function EpisodeLine({ episode, children }: Props) {
  return (
    <p className="eyebrow flex flex-wrap gap-x-2">
      <span>{episode.show.title}</span>
      <span aria-hidden="true">·</span>
      <CalendarDate date={episode.date} />
      <span aria-hidden="true">·</span>
      <span>
        {episode.timing === 'estimated' && '≈ '}
        {lengthText(episode.durationMs)}
      </span>
      {children && (
        <>
          <span aria-hidden="true">·</span>
          {children}
        </>
      )}
    </p>
  );
}
