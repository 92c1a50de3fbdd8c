import { Points } from '@/components/points';
import type { EpisodeView } from '@/lib/store/views';

/** Our own points, each with its proof, and the publisher's words, each labelled as what it is. */
export function SummaryPanel({ episode }: { episode: EpisodeView }) {
  const { summary, publisherSummary, writtenBy } = episode;
  if (summary.length === 0 && !publisherSummary) return null;
  return (
    <section className="panel" id="panel-summary" popover="auto" aria-labelledby="summary-title">
      <h2 className="panel-title" id="summary-title">
        Summary
      </h2>
      {summary.length > 0 && (
        <>
          <p className="eyebrow mb-2">
            {writtenBy
              ? `Written by ${writtenBy}; each point was checked against the words it links to`
              : 'Key passages, in the speakers’ words'}
          </p>
          <Points episode={episode} points={summary} named />
        </>
      )}
      {publisherSummary && (
        <details className="mt-4" open={summary.length === 0}>
          <summary className="eyebrow min-h-6 hover:text-ink">The publisher’s summary</summary>
          {publisherSummary.split('\n').map((paragraph) => (
            <p key={paragraph} className="mt-2 font-serif text-base leading-normal">
              {paragraph}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}
