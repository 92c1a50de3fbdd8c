import { statSync } from 'node:fs';
import MiniSearch from 'minisearch';
import type { SearchEngine, Speller } from '../../lib/search/engine.ts';
import { createMeilisearchEngine } from '../../lib/search/engines/meilisearch/engine.ts';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { normalise } from '../../lib/search/normalise.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import type { EpisodePassages } from '../../lib/search/passage.ts';
import { createSearcher } from '../../lib/search/searcher.ts';
import type { SoundTools } from '../../lib/search/sound/find.ts';
import type { MeilisearchServer } from '../contract/meilisearch-server.ts';

/** A search as a person sends it. */
export interface Ask {
  text: string;
  /** The last word is unfinished. */
  typing?: boolean;
  /** From 1. */
  page?: number;
  /** Only what this speaker (a slug) says. */
  speaker?: string;
  /** Words may be mistyped; only systems that have to be told listen. */
  fuzzy?: boolean;
}

/** Something that can be searched, with Earmark or beside it. */
export interface SearchSystem {
  name: string;
  build(episodes: AsyncIterable<EpisodePassages>): Promise<void>;
  /** What the site does once when it starts, before anybody asks. */
  start?(): Promise<void>;
  /** Ids of the passages on a page of `perPage`, the best first. */
  find(ask: Ask, perPage: number): Promise<string[]>;
  /** Bytes of the index on disk; null where it lives in memory only. */
  size(): Promise<number | null>;
  close(): Promise<void>;
}

type Embedded = SearchEngine & Speller & SoundTools;

/** What the site does with a query: parse it, ask the engine, add what sounds alike. */
function asTheSite(engine: SearchEngine, embedded: Embedded): SearchSystem['find'] {
  const searcher = createSearcher(engine, embedded);
  return async ({ text, typing = false, page = 1, speaker }, perPage) => {
    const filters = speaker === undefined ? {} : { speaker: [{ slug: speaker }] };
    const query = parseQuery(text, { typing, filters });
    const { answer, degraded } = await searcher.search(query, { page, perPage });
    if (degraded !== null) throw new Error(`${degraded} (asked for “${text}”)`);
    return answer.hits.map(({ passage }) => passage.id);
  };
}

export function embeddedSystem(file: string): SearchSystem {
  const engine = createSqliteEngine({ path: file });
  return {
    name: 'embedded',
    build: (episodes) => engine.rebuild(episodes),
    start: () => engine.prepare(),
    find: asTheSite(engine, engine),
    size: async () => statSync(file).size,
    close: () => engine.close(),
  };
}

/** Earmark over a Meilisearch server; what sounds alike comes from the embedded index in `file`. */
export function meilisearchSystem(server: MeilisearchServer, file: string): SearchSystem {
  const prefix = `bench_${process.pid}_`;
  const engine = createMeilisearchEngine({ ...server, prefix });
  const embedded = createSqliteEngine({ path: file });
  const headers = server.apiKey ? { authorization: `Bearer ${server.apiKey}` } : undefined;
  return {
    name: 'Meilisearch',
    build: (episodes) => engine.rebuild(episodes),
    start: () => embedded.prepare(),
    find: asTheSite(engine, embedded),
    async size() {
      const response = await fetch(`${server.host}/stats`, headers ? { headers } : {});
      const { databaseSize } = (await response.json()) as { databaseSize: number };
      return databaseSize;
    },
    async close() {
      await engine.close();
      await embedded.close();
    },
  };
}

/**
 * MiniSearch as its guide has it: in memory, prefix and typos by option; it has no phrases. It is given
 * normalised words, so that it does not stumble over apostrophes.
 */
export function miniSearchSystem(combineWith: 'AND' | 'OR'): SearchSystem {
  const mini = new MiniSearch<{ id: string; text: string; speaker: string | null }>({
    fields: ['text'],
    storeFields: ['speaker'],
  });
  return {
    name: 'MiniSearch',
    async build(episodes) {
      for await (const { passages } of episodes) {
        mini.addAll(
          passages.map(({ id, text, speakerSlug }) => ({
            id,
            text: normalise(text),
            speaker: speakerSlug,
          })),
        );
      }
    },
    async find({ text, typing = false, page = 1, speaker, fuzzy = false }, perPage) {
      const found = mini.search(text.replaceAll('"', ''), {
        combineWith,
        prefix: typing,
        fuzzy: fuzzy ? 0.2 : false,
        ...(speaker === undefined ? {} : { filter: (hit) => hit.speaker === speaker }),
      });
      return found.slice((page - 1) * perPage, page * perPage).map(({ id }) => id as string);
    },
    size: async () => null,
    close: async () => {},
  };
}
