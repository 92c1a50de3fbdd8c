import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SearchBehaviour } from '@/components/behaviour/search-behaviour';
import { Pages } from '@/components/pages';
import { Facets } from '@/components/search/facets';
import { NothingFound } from '@/components/search/nothing-found';
import { Results } from '@/components/search/results';
import { ResultsBar } from '@/components/search/results-bar';
import { SearchHelp } from '@/components/search/search-help';
import { SearchForm } from '@/components/search-form';
import { Still } from '@/components/still';
import type { SearchAnswer } from '@/lib/search/answer-view';
import { earmark } from '@/lib/wire';
import { firstValues, SearchParameters } from '../parameters';
import { answerSearch } from '../search-answer';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const given = firstValues(Object.entries(await searchParams));
  const { q } = given;
  return {
    title: q ? `${q.slice(0, 80)} · Search` : 'Search',
    robots: { index: false },
    ...(Object.keys(given).length > 0 && {
      alternates: {
        types: {
          'text/markdown': `/search.md?${new URLSearchParams(given)}`,
          // What is newly said about it: a feed has no pages.
          'application/atom+xml': `/search/atom.xml?${new URLSearchParams({ ...given, page: '1' })}`,
        },
      },
    }),
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const given = firstValues(Object.entries(await searchParams));
  const parameters = SearchParameters.safeParse(given);
  if (!parameters.success) notFound();
  const { q, perPage, page, sort, group: _, semanticRatio: __, ...filters } = parameters.data;
  const asked = q !== '' || Object.values(filters).some(Boolean);
  const { settings, store } = earmark();
  // Words alone are asked for with 0: there is something to choose where the owner has an embedder.
  const semantic = settings.semantic !== null && settings.semantic.ratio > 0;
  const episodes = await store.countEpisodes();
  const grouping = episodes > 1 && !filters.episode;
  const group = grouping && given.group !== 'passage' ? 'episode' : 'passage';
  const answer = asked
    ? await answerSearch({ ...parameters.data, ...shape(group, perPage) })
    : null;
  const found = answer ? answer.total - (answer.semantic?.found ?? 0) : 0;
  const href = (change: Record<string, string | undefined>) => {
    const next: Record<string, string | undefined> = { ...given, page: undefined, ...change };
    const pairs = Object.entries(next).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `/search?${new URLSearchParams(pairs)}`;
  };
  return (
    <>
      <Still>
        <main id="main" className="mx-auto w-full max-w-5xl flex-1 px-5 pb-20 pt-10">
          <h1 className="sr-only">Search</h1>
          <div className="lg:max-w-2xl">
            <SearchForm
              id="main-search"
              query={q}
              keep={{
                ...filters,
                sort: given.sort,
                group: given.group,
                semanticRatio: given.semanticRatio,
              }}
            />
          </div>
          <div id="results">
            {answer?.notice && (
              <p className="mt-4 max-w-2xl rounded-lg border border-line bg-tint px-4 py-2 text-sm">
                {answer.notice}
              </p>
            )}
            {!answer && <SearchHelp />}
            {answer && (
              <div className="mt-8 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(0,15rem)]">
                <div>
                  <ResultsBar
                    found={foundText(answer)}
                    sort={sort}
                    group={group}
                    choices={answer.total > 0}
                    grouping={grouping}
                    meaning={semantic && meaningOf(answer, given.semanticRatio)}
                    href={href}
                  />
                  {found === 0 && (
                    <NothingFound
                      q={q}
                      episodes={episodes}
                      suggestions={answer.suggestions ?? []}
                      relaxed={answer.relaxed ?? []}
                      similar={answer.total > 0}
                      href={href}
                    />
                  )}
                  {answer.total > 0 && <Results answer={answer} href={href} />}
                  <Pages
                    page={page}
                    perPage={answer.perPage}
                    total={answer.episodes?.total ?? answer.total}
                    href={(n) => href({ page: String(n) })}
                  />
                </div>
                <Facets facets={answer.facets} chosen={filters} href={href} />
              </div>
            )}
          </div>
        </main>
      </Still>
      <SearchBehaviour />
    </>
  );
}

/** Episodes take more room than passages: fewer of them make a page. */
const shape = (group: 'passage' | 'episode', perPage: number) => ({
  group,
  perPage: group === 'episode' ? Math.min(perPage, 10) : perPage,
});

/** Whether meaning counted, or was to be left out; false where it is no question of meaning. */
function meaningOf({ semantic, notice }: SearchAnswer, ratio: string | undefined) {
  if (ratio === '0') return 'off';
  return (semantic?.ratio ?? 0) > 0 || notice ? 'on' : false;
}

function foundText({ total, totalIsExact, episodes, semantic }: SearchAnswer): string {
  if (total === 0) return 'Nothing found';
  const count = `${total.toLocaleString('en')}${totalIsExact ? '' : '+'}`;
  const where = episodes && episodes.total > 1 ? ` in ${episodes.total} episodes` : '';
  const similar = semantic?.found ?? 0;
  const share = similar === total ? 'all' : `${similar} of them`;
  const how = similar > 0 ? `, ${share} similar in meaning` : '';
  return `${count} ${total === 1 ? 'passage' : 'passages'}${where}${how}`;
}
