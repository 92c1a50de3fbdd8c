interface Props {
  id: string;
  query?: string;
  /** Filters to carry along. */
  keep?: Record<string, string | undefined>;
  compact?: boolean;
}

/** An ordinary GET form: the address is the search. */
export function SearchForm({ id, query, keep = {}, compact = false }: Props) {
  return (
    <search>
      <form action="/search" className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          Search every word
        </label>
        <span className="relative flex-1">
          <input
            id={id}
            className={compact ? 'field max-sm:px-2 max-sm:text-sm' : 'field'}
            type="search"
            name="q"
            defaultValue={query}
            placeholder="Search every word"
            autoComplete="off"
            spellCheck={false}
            maxLength={1000}
            data-search-field
          />
          {compact && (
            <span
              aria-hidden="true"
              className="js-only pointer-events-none absolute right-2.5 top-1/2 -translate-y-1/2 rounded border border-line bg-paper px-1.5 font-sans text-xs text-muted max-sm:hidden"
            >
              /
            </span>
          )}
        </span>
        {Object.entries(keep).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {!compact && (
          <button type="submit" className="button">
            Search
          </button>
        )}
      </form>
    </search>
  );
}
