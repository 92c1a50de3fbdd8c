import { citation } from '@/components/citation';
import { QuoteActions } from '@/components/quote-actions';
import { clockText } from '@/components/time';
import { voiceClasses } from '@/components/voice';
import type { EpisodeView } from '@/lib/store/views';

/** Quotes shown before the rest is folded away. */
const SHOWN = 4;

export function QuotesPanel({ episode }: { episode: EpisodeView }) {
  if (episode.quotes.length === 0) return null;
  const rest = episode.quotes.slice(SHOWN);
  return (
    <section className="panel" id="panel-quotes" popover="auto" aria-labelledby="quotes-title">
      <h2 className="panel-title" id="quotes-title">
        Quotes
      </h2>
      <QuoteList episode={episode} quotes={episode.quotes.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="mt-4">
          <summary className="eyebrow min-h-6 hover:text-ink">
            {rest.length} more {rest.length === 1 ? 'quote' : 'quotes'}
          </summary>
          <div className="mt-3">
            <QuoteList episode={episode} quotes={rest} />
          </div>
        </details>
      )}
    </section>
  );
}

function QuoteList({ episode, quotes }: { episode: EpisodeView; quotes: EpisodeView['quotes'] }) {
  const voices = voiceClasses(episode.speakers);
  return (
    <ul className="space-y-5">
      {quotes.map((quote) => {
        const turn = episode.turns[quote.turn];
        if (!turn) return null;
        const speaker = turn.speaker === null ? undefined : episode.speakers[turn.speaker];
        const voice = turn.speaker === null ? '' : voices[turn.speaker];
        return (
          <li key={quote.id} className={`voice-rule pl-3.5 ${voice}`}>
            <blockquote className="font-serif text-base leading-normal">
              <a
                className="quiet-link"
                href={`/episodes/${episode.slug}?quote=${quote.id}#turn-${turn.anchor}`}
              >
                {quote.text}
              </a>
            </blockquote>
            <p className="mt-1 flex flex-wrap items-center gap-x-2.5 text-[0.8125rem] text-muted">
              <span>{speaker?.name ?? 'Unknown speaker'}</span>
              <span className="time">{clockText(turn.startMs, turn.timing)}</span>
              {quote.pinned && <span>pinned</span>}
              <QuoteActions
                id={quote.id}
                citation={citation(quote.text, speaker?.name, episode, turn)}
              />
            </p>
          </li>
        );
      })}
    </ul>
  );
}
