import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Pages } from '@/components/pages';
import { Facets } from '@/components/search/facets';
import { HitItem } from '@/components/search/hit-item';
import { SearchForm } from '@/components/search-form';
import { earmark } from '@/lib/wire';
import { firstValues, SearchParameters } from '../parameters';
import { answerSearch } from '../search-answer';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = firstValues(Object.entries(await searchParams));
  return { title: q ? `${q.slice(0, 80)} · Search` : 'Search', robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const given = firstValues(Object.entries(await searchParams));
  const parameters = SearchParameters.safeParse(given);
  if (!parameters.success) notFound();
  const { q, perPage, page, ...filters } = parameters.data;
  const asked = q !== '' || Object.values(filters).some(Boolean);
  const answer = asked ? await answerSearch(parameters.data) : null;
  const href = (change: Record<string, string | undefined>) => {
    const next: Record<string, string | undefined> = { ...given, page: undefined, ...change };
    const pairs = Object.entries(next).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `/search?${new URLSearchParams(pairs)}`;
  };
  return (
    <main id="main" className="mx-auto w-full max-w-5xl flex-1 px-5 pb-20 pt-10">
      <h1 className="sr-only">Search</h1>
      <div className="max-w-2xl">
        <SearchForm id="main-search" query={q} keep={{ ...filters }} />
      </div>
      {answer?.notice && (
        <p className="mt-4 max-w-2xl rounded-lg border border-line bg-tint px-4 py-2 text-sm">
          {answer.notice} These results come from the embedded index.
        </p>
      )}
      {!answer && <SearchHelp />}
      {answer && (
        <div className="mt-8 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(0,15rem)]">
          <div>
            <p role="status" className="eyebrow">
              {answer.total === 0
                ? 'Nothing found'
                : `${answer.total.toLocaleString('en')}${answer.totalIsExact ? '' : '+'} ${answer.total === 1 ? 'passage' : 'passages'}`}
            </p>
            {answer.total === 0 ? (
              <NothingFound q={q} episodes={await earmark().store.countEpisodes()} />
            ) : (
              <ol className="mt-2">
                {answer.hits.map((hit) => (
                  <HitItem key={`${hit.episode.slug}-${hit.url}`} hit={hit} />
                ))}
              </ol>
            )}
            <Pages
              page={page}
              perPage={perPage}
              total={answer.total}
              href={(n) => href({ page: String(n) })}
            />
          </div>
          <Facets facets={answer.facets} chosen={filters} href={href} />
        </div>
      )}
    </main>
  );
}

function NothingFound({ q, episodes }: { q: string; episodes: number }) {
  return (
    <div className="mt-4 max-w-prose font-serif text-lg leading-relaxed">
      <p>
        {q ? (
          <>
            No passage in {episodes} {episodes === 1 ? 'episode' : 'episodes'} has all of{' '}
            <strong className="font-semibold">{q}</strong>.
          </>
        ) : (
          'No passage passes these filters.'
        )}
      </p>
      <ul className="mt-3 list-disc space-y-1 pl-6">
        <li>Try fewer words: every one of them has to be in the passage.</li>
        <li>Take the quotation marks off a phrase that you are not sure of.</li>
        <li>
          Names are often misheard by machines: search for something else that was said near them.
        </li>
      </ul>
    </div>
  );
}

function SearchHelp() {
  const examples = [
    ['two words', 'passages with both'],
    ['"exact phrase"', 'these words in this order'],
    ['-word', 'without this word'],
    ['speaker:name', 'only what this person said'],
    ['after:2026-01-01', 'only episodes from this day on; before: likewise'],
    ['episode:, show:, section:', 'only where the title has this word'],
  ];
  return (
    <dl className="mt-10 grid max-w-2xl grid-cols-[auto_1fr] gap-x-8 gap-y-3">
      {examples.map(([example, meaning]) => (
        <div key={example} className="col-span-2 grid grid-cols-subgrid">
          <dt>
            <code className="rounded bg-tint px-1.5 py-0.5 text-sm">{example}</code>
          </dt>
          <dd className="text-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
