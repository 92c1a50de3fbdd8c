import type { Verdict } from '@/lib/check/judge';

const MEANINGS: Record<Verdict, [string, string]> = {
  verbatim: [
    'Word for word',
    'Every word was said in this order with nothing in between. Capitals and punctuation do not count: they are the transcriber’s. Words may be missing where the quote says so, with “…” or a bracket.',
  ],
  altered: ['Altered', 'It comes from this moment, but words differ. Which ones is marked.'],
  not_found: [
    'Not found',
    'Nothing here is close enough. It may still have been said elsewhere, or in an episode that is not in this library.',
  ],
};

/** What the verdicts and the score mean. */
export function HowJudged({ verdict }: { verdict?: Verdict | undefined }) {
  return (
    <section aria-labelledby="judged-title">
      <h2 id="judged-title" className="panel-title">
        How this is judged
      </h2>
      <dl className="space-y-3 text-sm leading-normal">
        {Object.entries(MEANINGS).map(([kind, [name, meaning]]) => (
          <div key={kind} className={kind === verdict ? '' : 'text-muted'}>
            <dt className="font-semibold">
              {name}
              {kind === verdict && <span className="font-normal text-muted"> (this one)</span>}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm leading-normal text-muted">
        Per cent alike: the words that agree, of all that were quoted or left out. A rare word
        weighs more than “and”.
      </p>
      <p className="mt-3 text-sm leading-normal text-muted">
        The transcript may itself be wrong: machines mishear. Listen to the moment before you accuse
        anybody.
      </p>
    </section>
  );
}
