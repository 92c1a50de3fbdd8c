import type { EpisodeView, ThingView } from '@/lib/store/views';

/** Things shown before the rest is folded away. */
const SHOWN = 14;

/** The people and things the episode is about; each name leads to all that is said of it. */
export function ThingsPanel({ episode }: { episode: EpisodeView }) {
  const { things } = episode;
  if (things.length === 0) return null;
  const rest = things.slice(SHOWN);
  return (
    <section className="panel" id="panel-topics" popover="auto" aria-labelledby="topics-title">
      <h2 className="panel-title" id="topics-title">
        People and things
      </h2>
      <ThingList episode={episode} things={things.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="eyebrow min-h-6 hover:text-ink">{rest.length} more</summary>
          <ThingList episode={episode} things={rest} />
        </details>
      )}
    </section>
  );
}

function ThingList({ episode, things }: { episode: EpisodeView; things: readonly ThingView[] }) {
  return (
    <ul className="things">
      {things.map((thing) => (
        <li key={thing.slug}>
          <a
            className="quiet-link"
            href={`#turn-${episode.turns[thing.definingTurn]?.anchor}`}
            title="Where it is explained"
          >
            {thing.label}
          </a>{' '}
          <a
            className="time quiet-link"
            href={`/topics/${thing.slug}`}
            aria-label={`All ${thing.mentions} mentions of ${thing.label}`}
          >
            {thing.mentions}
          </a>
        </li>
      ))}
    </ul>
  );
}
