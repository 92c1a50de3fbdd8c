import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { firstValues, ListParameters } from '@/app/parameters';
import { sharing } from '@/app/sharing';
import { Pages } from '@/components/pages';
import { KIND_NAMES } from '@/components/topics/kinds';
import { earmark } from '@/lib/wire';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const title = 'People and things';
  const description =
    'Who and what the episodes are about, each with the passage that explains it.';
  const { page } = firstValues(Object.entries(await searchParams));
  const query = page && page !== '1' ? `?${new URLSearchParams({ page })}` : '';
  return {
    title,
    description,
    ...sharing({
      type: 'website',
      title,
      description,
      url: `/topics${query}`,
      picture: null,
      types: { 'text/markdown': `/topics.md${query}` },
    }),
  };
}

export default async function TopicsPage({ searchParams }: Props) {
  const parameters = ListParameters.safeParse({
    perPage: '100',
    ...firstValues(Object.entries(await searchParams)),
  });
  if (!parameters.success) notFound();
  const { total, page, perPage, things } = await earmark().store.things(parameters.data);
  return (
    <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-5 pb-20 pt-12">
      <h1 className="text-4xl leading-tight">People and things</h1>
      <p className="mt-3 max-w-prose text-muted">
        {total === 0
          ? 'Nothing yet: names and terms are found when episodes are ingested.'
          : `${total.toLocaleString('en')} names and terms, found by how they are written and repeated. Each page opens with the passage that explains it and lists every mention.`}
      </p>
      <ul className="mt-8 divide-y divide-line border-t border-line">
        {things.map((thing) => (
          <li key={thing.slug} className="items-baseline gap-3 py-2 sm:flex">
            <a
              className="quiet-link block flex-1 font-serif text-lg leading-snug"
              href={`/topics/${thing.slug}`}
            >
              {thing.label}
            </a>
            <span className="text-sm text-muted">{KIND_NAMES[thing.kind]}</span>
            <span aria-hidden="true" className="text-sm text-muted sm:hidden">
              {' · '}
            </span>
            <span className="text-sm tabular-nums text-muted sm:w-48 sm:text-right">
              {thing.mentions} {thing.mentions === 1 ? 'mention' : 'mentions'}
              {thing.episodes > 1 && ` in ${thing.episodes} episodes`}
            </span>
          </li>
        ))}
      </ul>
      <Pages page={page} perPage={perPage} total={total} href={(n) => `/topics?page=${n}`} />
    </main>
  );
}
