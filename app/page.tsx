import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LibraryBehaviour } from '@/components/behaviour/keeping/library-behaviour';
import { EpisodeCardView } from '@/components/library/episode-card';
import { Shows } from '@/components/library/shows';
import { Pages } from '@/components/pages';
import { SearchForm } from '@/components/search-form';
import { Still } from '@/components/still';
import { earmark } from '@/lib/wire';
import { firstValues, LibraryParameters } from './parameters';
import { sharing } from './sharing';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What is asked for, with all shows and the one that is chosen; null where there is no such thing. */
async function readLibrary({ searchParams }: Props) {
  const asked = LibraryParameters.safeParse(firstValues(Object.entries(await searchParams)));
  if (!asked.success) return null;
  const { store } = earmark();
  const [library, shows] = await Promise.all([store.episodes(asked.data), store.shows()]);
  const show = shows.find(({ slug }) => slug === asked.data.show);
  return asked.data.show !== undefined && !show ? null : { library, shows, show };
}

/** A page of the library, or of one show of it: its query string. */
function queryOf(show: string | undefined, page: number): string {
  const query = new URLSearchParams({
    ...(show && { show }),
    ...(page > 1 && { page: `${page}` }),
  });
  return query.size > 0 ? `?${query}` : '';
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await readLibrary(props);
  if (!found) return { title: 'Not found' };
  const { show, library } = found;
  const title = show ? show.title : 'Earmark: the library';
  const description = show
    ? `Transcripts of ${show.title} to read, search and cite.`
    : 'Podcast transcripts to read, search and cite.';
  const query = queryOf(show?.slug, library.page);
  return {
    title: show ? title : { absolute: title },
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

export default async function LibraryPage(props: Props) {
  const found = await readLibrary(props);
  if (!found) notFound();
  const { library, shows, show } = found;
  const { total, episodes, page, perPage } = library;
  return (
    <>
      <Still>
        <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-5 pb-20 pt-12">
          <h1 className="text-4xl leading-tight sm:text-5xl">
            {show ? show.title : 'Read, search and cite what was said.'}
          </h1>
          <p className="mt-4 max-w-prose font-serif text-xl leading-relaxed text-muted">
            {total === 0
              ? 'The library is empty.'
              : `${total} ${total === 1 ? 'episode' : 'episodes'}, every word of ${total === 1 ? 'it' : 'them'} searchable. Each sentence has a link that lands on it.`}
          </p>
          <div className="mt-8">
            <SearchForm id="library-search" keep={{ show: show?.slug }} />
          </div>
          <Shows shows={shows} chosen={show?.slug} />
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
          <Pages
            page={page}
            perPage={perPage}
            total={total}
            href={(n) => `/${queryOf(show?.slug, n)}`}
          />
        </main>
      </Still>
      <LibraryBehaviour />
    </>
  );
}
