import type { SearchEngine } from '../../lib/search/engine.ts';
import { createMeilisearchEngine } from '../../lib/search/engines/meilisearch/engine.ts';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { meilisearchCanStart, startOwnMeilisearch } from './meilisearch-server.ts';
import type { StoredLibrary } from './stored-library.ts';

/** An engine for a library, as `npm start` wires it. */
export interface WiredEngine {
  engine: SearchEngine;
  /** What a command needs in its environment to reach the same engine. */
  env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Every engine there is; `absent` says why one cannot be had here. */
export const engines: {
  name: SearchEngine['name'];
  absent: string | null;
  wire(library: StoredLibrary): Promise<WiredEngine>;
}[] = [
  {
    name: 'sqlite',
    absent: null,
    async wire({ searchIndex, folder }) {
      const engine = createSqliteEngine({ path: searchIndex });
      return { engine, env: { DATA_DIR: folder, MEILI_HOST: '' }, stop: () => engine.close() };
    },
  },
  {
    name: 'meilisearch',
    absent: meilisearchCanStart() ? null : 'no "meilisearch" on PATH',
    async wire({ folder }) {
      // Never one that was given: what these tests replace is the owner's own index.
      const server = await startOwnMeilisearch();
      const engine = createMeilisearchEngine({ host: server.host });
      return { engine, env: { DATA_DIR: folder, MEILI_HOST: server.host }, stop: server.stop };
    },
  },
];

/** Says loudly which engine a suite does not run against. */
export function sayWhatIsSkipped(suite: string): void {
  for (const { name, absent } of engines) {
    if (absent !== null) console.warn(`\n  SKIPPED: ${suite} with ${name}: ${absent}.\n`);
  }
}
