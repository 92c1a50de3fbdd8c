import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LibraryBehaviour } from '@/components/behaviour/keeping/library-behaviour';
import { EpisodeCardView } from '@/components/library/episode-card';
import { Pages } from '@/components/pages';
import { SearchForm } from '@/components/search-form';
import { Still } from '@/components/still';
import { earmark } from '@/lib/wire';
import { firstValues, ListParameters } from './parameters';
import { sharing } from './sharing';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const title = 'Earmark: the library';
  const description = 'Podcast transcripts to read, search and cite.';
  const { page } = firstValues(Object.entries(await searchParams));
  const query = page && page !== '1' ? `?${new URLSearchParams({ page })}` : '';
  return {
    title: { absolute: title },
    description,
    ...sharing({
      type: 'website',
      title,
      description,
      url: `/${query}`,
      picture: null,
      types: { 'text/markdown': `/index.md${query}` },
    }),
  };
}

export default async function LibraryPage({ searchParams }: Props) {
  const parameters = ListParameters.safeParse(firstValues(Object.entries(await searchParams)));
  if (!parameters.success) notFound();
  const { total, episodes, page, perPage } = await earmark().store.episodes(parameters.data);
  return (
    <>
      <Still>
        <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-5 pb-20 pt-12">
          <h1 className="text-4xl leading-tight sm:text-5xl">
            Read, search and cite what was said.
          </h1>
          <p className="mt-4 max-w-prose font-serif text-xl leading-relaxed text-muted">
            {total === 0
              ? 'The library is empty.'
              : `${total} ${total === 1 ? 'episode' : 'episodes'}, every word of ${total === 1 ? 'it' : 'them'} searchable. Each sentence has a link that lands on it.`}
          </p>
          <div className="mt-8">
            <SearchForm id="library-search" />
          </div>
          <section className="js-only mt-12" data-continue hidden aria-labelledby="continue-title">
            <h2 id="continue-title" className="panel-title">
              Go on reading
            </h2>
            <ul className="divide-y divide-line" />
            <p className="mt-2 text-sm" data-kept-count hidden>
              <a href="/kept">Kept words</a>
            </p>
          </section>
          {total === 0 && (
            <p className="mt-10">
              Bring transcripts in with{' '}
              <code className="rounded bg-tint px-1.5 py-0.5">npm run ingest -- FILE</code>; they
              appear here at once.
            </p>
          )}
          <ul className="mt-12 divide-y divide-line border-t border-line">
            {episodes.map((episode) => (
              <li key={episode.slug}>
                <EpisodeCardView episode={episode} />
              </li>
            ))}
          </ul>
          <Pages page={page} perPage={perPage} total={total} href={(n) => `/?page=${n}`} />
        </main>
      </Still>
      <LibraryBehaviour />
    </>
  );
}
