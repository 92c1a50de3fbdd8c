import { LEAST_WORDS } from '@/lib/check/pasted';
import { TOTAL_CAP } from '@/lib/search/engine';
import type { Suggestions } from '@/lib/search/suggest';

interface Props {
  q: string;
  episodes: number;
  suggestions: readonly string[];
  relaxed: Suggestions['relaxed'];
  /** Passages that are similar in meaning follow. */
  similar: boolean;
  href: (change: Record<string, string | undefined>) => string;
}

const words = (q: string) => q.split(/\s+/).filter(Boolean).length;

/** Never a dead end: what was meant, perhaps, and what asks for less. */
export function NothingFound({ q, episodes, suggestions, relaxed, similar, href }: Props) {
  return (
    <div className="mt-4 max-w-prose font-serif text-lg leading-relaxed">
      <p>
        {q ? (
          <>
            No passage in {episodes} {episodes === 1 ? 'episode' : 'episodes'} has all of{' '}
            <strong className="font-semibold">{q}</strong>.
            {similar && ' What is similar in meaning follows.'}
          </>
        ) : (
          'No passage passes these filters.'
        )}
      </p>
      {suggestions.length > 0 && (
        <p className="mt-3" data-suggestions>
          Did you mean{' '}
          {suggestions.map((query, i) => (
            <span key={query}>
              {i > 0 && ' or '}
              <a className="underline" href={href({ q: query })}>
                {query}
              </a>
            </span>
          ))}
          ?
        </p>
      )}
      {relaxed.length > 0 && (
        <ul className="mt-3 space-y-1" data-relaxed>
          {relaxed.map(({ query, without, total }) => (
            <li key={query}>
              Without {without}:{' '}
              <a className="underline" href={href({ q: query })}>
                {query}
              </a>{' '}
              <span className="font-sans text-sm text-muted">
                {total.toLocaleString('en')}
                {total < TOTAL_CAP ? '' : '+'} {total === 1 ? 'passage' : 'passages'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {words(q) >= LEAST_WORDS && (
        <p className="mt-3">
          Is it a quote?{' '}
          <a className="underline" href={`/check?${new URLSearchParams({ text: q })}`}>
            Check how it was said
          </a>
          : that finds the moment even where words differ.
        </p>
      )}
      {suggestions.length + relaxed.length === 0 && !similar && (
        <ul className="mt-3 list-disc space-y-1 pl-6">
          <li>Try fewer words: every one of them has to be in the passage.</li>
          <li>
            Names are often misheard by machines: search for something else that was said near them.
          </li>
          <li>
            Look through{' '}
            <a className="underline" href="/topics">
              people and things
            </a>
            , or{' '}
            <a className="underline" href="/">
              all episodes
            </a>
            .
          </li>
        </ul>
      )}
    </div>
  );
}
