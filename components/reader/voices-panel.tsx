import { voiceClasses } from '@/components/voice';
import type { EpisodeView } from '@/lib/store/views';
import { WhoSpeaksWhen } from './who-speaks-when';

/** Who speaks, how much, and a way to read one voice alone. `solo` is the speaker whose turns are kept. */
export function VoicesPanel({ episode, solo }: { episode: EpisodeView; solo: number | null }) {
  const voices = voiceClasses(episode.speakers);
  const order = episode.speakers
    .map((speaker, index) => ({ speaker, index }))
    .sort((a, b) => b.speaker.wordCount - a.speaker.wordCount);
  if (order.length === 0) return null;
  return (
    <section className="panel" id="panel-speakers" popover="auto" aria-labelledby="voices-title">
      <h2 className="panel-title" id="voices-title">
        Speakers
      </h2>
      <ul className="space-y-1">
        {order.map(({ speaker, index }) => (
          <li key={speaker.slug} className={voices[index]}>
            <a
              className="group grid min-h-8 grid-cols-[1fr_auto] items-center gap-x-3 rounded py-1 text-sm no-underline"
              href={solo === index ? `/episodes/${episode.slug}` : `?speaker=${speaker.slug}`}
              data-solo={index}
              data-slug={speaker.slug}
              aria-current={solo === index ? 'true' : undefined}
            >
              <span>
                <span className="voice-name group-hover:underline">{speaker.name}</span>
                <span className="ml-2 text-[0.8125rem] text-muted">
                  {speaker.role ?? 'role unknown'}
                  {speaker.inferred && (
                    <abbr title="The transcript does not give this name to this speaker; it was concluded">
                      {' '}
                      (inferred)
                    </abbr>
                  )}
                </span>
              </span>
              <span className="tabular-nums text-muted">{`${Math.round(speaker.share * 100)}\u00a0%`}</span>
              <svg
                className="col-span-2 mt-1 h-1 w-full rounded-full bg-tint"
                viewBox="0 0 100 1"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width={speaker.share * 100} height="1" fill="var(--voice)" />
              </svg>
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-[0.8125rem] text-muted">Choose one to read that voice alone.</p>
      <WhoSpeaksWhen episode={episode} />
    </section>
  );
}
