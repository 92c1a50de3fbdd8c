import type { SearchEngine, Speller } from './search/engine.ts';
import { createMeilisearchEngine } from './search/engines/meilisearch/engine.ts';
import { createMeaningEngine } from './search/engines/meilisearch/meaning.ts';
import { createSqliteEngine } from './search/engines/sqlite/engine.ts';
import type { QuoteFinder } from './search/quote-finder.ts';
import { createSearcher, type Searcher } from './search/searcher.ts';
import type { SoundTools } from './search/sound/find.ts';
import { readSettings, type Settings } from './settings.ts';
import { openStore, type Store } from './store/store.ts';

/** Earmark put together from its settings: one store, the embedded engine, and Meilisearch where configured. */
export interface Earmark {
  settings: Settings;
  store: Store;
  embedded: SearchEngine & Speller & SoundTools & QuoteFinder;
  /** Answers first: Meilisearch where it is configured, else the embedded engine. */
  primary: SearchEngine;
  /** Asks the primary engine, and the embedded one while it is away. */
  searcher: Searcher;
  /** All that must be kept in step. */
  engines: readonly SearchEngine[];
  close(): Promise<void>;
}

export function wire(settings: Settings = readSettings()): Earmark {
  const store = openStore(settings.databaseUrl);
  const embedded = createSqliteEngine({ path: settings.searchIndexPath });
  const { meilisearch, semantic } = settings;
  const meaning = meilisearch && semantic && createMeaningEngine({ ...meilisearch, ...semantic });
  const primary = meilisearch ? createMeilisearchEngine({ ...meilisearch, meaning }) : embedded;
  const engines = [...new Set([embedded, primary]), ...(meaning ? [meaning] : [])];
  return {
    settings,
    store,
    embedded,
    primary,
    searcher: createSearcher(primary, embedded, { stored: () => store.countEpisodes() }),
    engines,
    close: async () => {
      await Promise.all(engines.map((engine) => engine.close()));
      await store.close();
    },
  };
}

const held = globalThis as typeof globalThis & { earmark?: Earmark };

/** The site's own Earmark: one a process, however often its modules are loaded. */
export function earmark(): Earmark {
  held.earmark ??= wire();
  return held.earmark;
}
