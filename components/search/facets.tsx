import type { FacetCount, Facets as FacetValues } from '@/lib/search/engine';

interface Props {
  facets: FacetValues;
  /** The filters in the address, by name. */
  chosen: Partial<Record<string, string>>;
  href: (change: Record<string, string | undefined>) => string;
}

const GROUPS = [
  ['speaker', 'Speakers', 'speakers'],
  ['show', 'Shows', 'shows'],
  ['year', 'Years', 'years'],
  ['episode', 'Episodes', 'episodes'],
] as const;

/** Ways to narrow a search, with how much is left, and ways back. */
export function Facets({ facets, chosen, href }: Props) {
  return (
    <aside aria-label="Narrow the search" className="space-y-8 text-sm lg:pt-1">
      {GROUPS.map(([filter, title, group]) => {
        const value = chosen[filter];
        const counts: FacetCount[] = facets[group];
        if (!value && counts.length < 2) return null;
        return (
          <section key={filter}>
            <h2 className="panel-title">{title}</h2>
            <ul className="space-y-0.5">
              {value && (
                <li>
                  <a
                    className="flex min-h-8 items-center gap-2 no-underline hover:underline"
                    href={href({ [filter]: undefined })}
                  >
                    <span aria-hidden="true">×</span>
                    <strong className="font-semibold">
                      <span className="sr-only">Remove the filter </span>
                      {counts.find((count) => count.value === value)?.label ?? value}
                    </strong>
                  </a>
                </li>
              )}
              {!value &&
                counts.slice(0, 8).map((count) => (
                  <li key={count.value}>
                    <a
                      className="flex min-h-8 items-center justify-between gap-3 no-underline hover:underline"
                      href={href({ [filter]: count.value })}
                    >
                      <span>{count.label}</span>
                      <span className="tabular-nums text-muted">
                        {count.count.toLocaleString('en')}
                      </span>
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </aside>
  );
}
