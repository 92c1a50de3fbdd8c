import { clockText } from '@/components/time';
import type { EpisodeView } from '@/lib/store/views';
import type { SummaryPoint } from '@/lib/understanding/understanding';

interface Props {
  episode: EpisodeView;
  points: readonly SummaryPoint[];
  /** Name who said it: where points of several people stand together. */
  named?: boolean;
}

/** Points of a summary, each with its proof, and the very words where the shown ones were trimmed. */
export function Points({ episode, points, named = false }: Props) {
  return (
    <ul className="points">
      {points.map((point) => {
        const turn = episode.turns[point.turns[0] ?? -1];
        const speaker = turn?.speaker == null ? undefined : episode.speakers[turn.speaker];
        const verbatim = point.verbatim
          .map(({ turn, start, end }) => episode.turns[turn]?.text.slice(start, end) ?? '')
          .join(' … ');
        return (
          <li key={point.text}>
            {point.text}{' '}
            {turn && (
              <a className="time text-link" href={`#turn-${turn.anchor}`}>
                <span className="sr-only">said at </span>
                {named && speaker ? `${speaker.name}, ` : ''}
                {clockText(turn.startMs, turn.timing)}
              </a>
            )}
            {verbatim !== '' && verbatim !== point.text && (
              <>
                {' '}
                <details>
                  <summary>word for word</summary>
                  <q>{verbatim}</q>
                </details>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
