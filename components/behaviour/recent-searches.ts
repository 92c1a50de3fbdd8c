const KEY = 'recent-searches';
const MOST = 6;

/** What was searched for on this device, newest first. It never leaves it. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((search) => typeof search === 'string').slice(0, MOST)
      : [];
  } catch {
    return [];
  }
}

export function rememberSearch(search: string): void {
  const words = search.trim();
  if (words) store([words, ...recentSearches().filter((other) => other !== words)].slice(0, MOST));
}

export function forgetSearches(): void {
  store([]);
}

function store(searches: string[]): void {
  try {
    if (searches.length > 0) localStorage.setItem(KEY, JSON.stringify(searches));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage nothing is remembered.
  }
}
