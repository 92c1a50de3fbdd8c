import { CalendarDate, clockText } from '@/components/time';
import type { EchoView, EpisodeRef, RelatedView } from '@/lib/store/views';

/** Sections of other episodes about the same. */
export function Related({ related }: { related: readonly RelatedView[] | undefined }) {
  if (!related || related.length === 0) return null;
  return (
    <aside className="elsewhere" aria-label="Related sections">
      <p>Also about this</p>
      <ul>
        {related.map(({ episode, section }) => (
          <li key={`${episode.slug} ${section.slug}`}>
            <a href={`/episodes/${episode.slug}#s-${section.slug}`}>{section.title}</a>{' '}
            <span>
              {episode.title}, <CalendarDate date={episode.date} />
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** What was said nearly so in another episode. */
export function Echoes({
  echoes,
  episode,
}: {
  echoes: readonly EchoView[] | undefined;
  episode: EpisodeRef;
}) {
  if (!echoes || echoes.length === 0) return null;
  return (
    <details className="elsewhere">
      <summary>{whenSaid(echoes, episode)}</summary>
      <ul>
        {echoes.map((echo) => (
          <li key={`${echo.episode.slug} ${echo.anchor}`}>
            <q>{echo.text}</q>{' '}
            <a href={`/episodes/${echo.episode.slug}#turn-${echo.anchor}`}>
              {echo.speaker ?? 'Unknown speaker'}, {echo.episode.title}{' '}
              {clockText(echo.startMs, echo.timing)}
            </a>{' '}
            <span>
              <CalendarDate date={echo.episode.date} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function whenSaid(echoes: readonly EchoView[], { date }: EpisodeRef): string {
  const dated = echoes.flatMap((echo) => (date && echo.episode.date ? [echo.episode.date] : []));
  if (date && dated.length === echoes.length) {
    if (dated.every((other) => other < date)) return 'Said before';
    if (dated.every((other) => other > date)) return 'Said again later';
  }
  return 'Also said elsewhere';
}
