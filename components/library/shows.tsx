import type { ShowView } from '@/lib/store/views';

interface Props {
  shows: readonly ShowView[];
  /** The slug of the show whose episodes are listed; none where all are. */
  chosen: string | undefined;
}

/** The library's shows, each a way to its episodes alone; nothing where there is only one. */
export function Shows({ shows, chosen }: Props) {
  const published = shows.filter(({ episodes }) => episodes > 0);
  if (published.length < 2) return null;
  const total = published.reduce((sum, { episodes }) => sum + episodes, 0);
  const all = { slug: undefined, title: 'All shows', episodes: total };
  return (
    <nav className="mt-8" aria-label="Shows">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {[all, ...published].map(({ slug, title, episodes }) => (
          <li key={slug ?? ''}>
            <a
              className={`inline-block min-h-6 no-underline hover:underline ${slug === chosen ? 'font-semibold text-ink' : 'text-muted'}`}
              href={slug === undefined ? '/' : `/?show=${slug}`}
              aria-current={slug === chosen ? 'page' : undefined}
            >
              {title} <span className="tabular-nums text-muted font-normal">{episodes}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
