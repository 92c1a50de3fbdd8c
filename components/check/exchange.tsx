import { marked } from '@/components/marked';
import { clockText } from '@/components/time';
import type { MomentView } from '@/lib/check/check-view';

interface Props {
  moment: MomentView;
  /** Colours by speaker's slug. */
  voices: ReadonlyMap<string, string>;
}

/** The turns around a quote, its words marked. */
export function Exchange({ moment, voices }: Props) {
  return moment.context.map((turn) => (
    <div
      key={turn.turnId}
      className={`turn ${(turn.speaker && voices.get(turn.speaker.slug)) ?? ''}`}
    >
      <p className="who">
        <span className="voice-name">{turn.speaker?.name ?? 'Unknown speaker'}</span>
        <a
          className="time quiet-link"
          href={`/episodes/${moment.episode.slug}#turn-${turn.turnId}`}
          aria-label={`Read from ${clockText(turn.startMs, turn.timing)} in the episode`}
        >
          {clockText(turn.startMs, turn.timing)}
        </a>
      </p>
      <p className="said">
        {turn.cutBefore && '… '}
        {marked(turn.text, turn.quoted ? [turn.quoted] : [], (words) => (
          <mark key="quote">{words}</mark>
        ))}
        {turn.cutAfter && ' …'}
      </p>
    </div>
  ));
}
