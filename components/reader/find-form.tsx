/**
 * Finds words within the episode: an ordinary form that leads to the first match, with scripts or
 * without. There is one on a page: in the head, or among its matches.
 */
export function FindForm({ query, compact = false }: { query?: string; compact?: boolean }) {
  return (
    <search className="min-w-0 flex-1" aria-label="This episode">
      <form action="#hit-1" className="flex gap-2">
        <label className="sr-only" htmlFor="episode-search">
          Find in this episode
        </label>
        <input
          id="episode-search"
          className={compact ? 'field min-h-8 bg-paper py-1' : 'field'}
          type="search"
          name="q"
          defaultValue={query}
          placeholder="Find in this episode"
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          data-find={query ?? ''}
        />
        {!compact && (
          <button type="submit" className="button">
            Find
          </button>
        )}
      </form>
    </search>
  );
}
