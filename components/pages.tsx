interface Props {
  page: number;
  perPage: number;
  total: number;
  href: (page: number) => string;
}

/** Earlier and later pages, as ordinary links; nothing where one page holds all. */
export function Pages({ page, perPage, total, href }: Props) {
  const last = Math.max(1, Math.ceil(total / perPage));
  if (last === 1 && page === 1) return null;
  return (
    <nav className="mt-10 flex items-center justify-between gap-4" aria-label="Pages">
      {page > 1 ? (
        <a className="button" rel="prev" href={href(Math.min(page - 1, last))}>
          ← Previous
        </a>
      ) : (
        <span />
      )}
      <span className="text-sm text-muted">
        Page {page} of {last}
      </span>
      {page < last ? (
        <a className="button" rel="next" href={href(page + 1)}>
          Next →
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
