import { type Index, Meilisearch } from 'meilisearch';
import type { SearchEngine } from '../../engine.ts';
import type { EpisodePassages } from '../../passage.ts';
import { literal } from './compile.ts';
import {
  type EpisodeDocument,
  EpisodeDocuments,
  type PassageDocument,
  toDocuments,
} from './documents.ts';
import { done, guard, isMissingIndex } from './guard.ts';
import { search } from './search.ts';
import { EPISODES, PASSAGE_SETTINGS, PASSAGES } from './settings.ts';

/** A reader waits no longer than this for an answer; then the embedded engine has the word. */
const SEARCH_MS = 800;
/** Administration is more patient. */
const REQUEST_MS = 10_000;
/** Passages sent at once: a few megabytes. */
const BATCH = 5_000;
/** Episodes listed at once. */
const LISTED = 1_000;

interface Options {
  host: string;
  apiKey?: string | undefined;
  /** Index names begin with this: several libraries may share a server. */
  prefix?: string;
}

/** The engine for large libraries: a Meilisearch server of the owner's. */
export function createMeilisearchEngine({ host, apiKey, prefix = '' }: Options): SearchEngine {
  const key = apiKey === undefined ? {} : { apiKey };
  const readers = new Meilisearch({ host, ...key, timeout: SEARCH_MS });
  const keepers = new Meilisearch({ host, ...key, timeout: REQUEST_MS });
  const names = { passages: prefix + PASSAGES, episodes: prefix + EPISODES };
  const next = { passages: `${names.passages}_next`, episodes: `${names.episodes}_next` };

  const create = async ({ passages, episodes }: typeof names) => {
    await done(keepers.createIndex(passages, { primaryKey: 'id' }));
    await done(keepers.createIndex(episodes, { primaryKey: 'id' }));
    await done(keepers.index(passages).updateSettings(PASSAGE_SETTINGS));
  };
  const exists = async (name: string) => {
    try {
      await keepers.getRawIndex(name);
      return true;
    } catch (error) {
      if (isMissingIndex(error)) return false;
      throw error;
    }
  };
  const drop = async ({ passages, episodes }: typeof names) => {
    await keepers.deleteIndexIfExists(passages);
    await keepers.deleteIndexIfExists(episodes);
  };
  const add = async (into: typeof names, episodes: readonly EpisodePassages[]) => {
    const documents = episodes.flatMap(toDocuments);
    const index: Index<PassageDocument> = keepers.index(into.passages);
    for (let i = 0; i < documents.length; i += BATCH)
      await done(index.addDocuments(documents.slice(i, i + BATCH)));
    const hashes = episodes.map(({ episodeId, contentHash }) => ({ id: episodeId, contentHash }));
    const list: Index<EpisodeDocument> = keepers.index(into.episodes);
    // Last, for it says that the rest is there.
    await done(list.addDocuments(hashes));
  };

  return {
    name: 'meilisearch',

    prepare: () =>
      guard(async () => {
        if (!(await exists(names.passages)) || !(await exists(names.episodes))) return;
        await done(keepers.index(names.passages).updateSettings(PASSAGE_SETTINGS));
      }),

    replaceEpisode: (episode) =>
      guard(async () => {
        if (!(await exists(names.passages)) || !(await exists(names.episodes))) {
          await drop(names);
          await create(names);
        }
        await add(names, [episode]);
        const { episodeId, contentHash } = episode;
        const stale = `episodeId = ${episodeId} AND contentHash != ${literal(contentHash)}`;
        await done(keepers.index(names.passages).deleteDocuments({ filter: stale }));
      }),

    removeEpisode: (episodeId) =>
      guard(async () => {
        if (!(await exists(names.passages)) || !(await exists(names.episodes))) return;
        await done(keepers.index(names.episodes).deleteDocument(episodeId));
        await done(
          keepers.index(names.passages).deleteDocuments({ filter: `episodeId = ${episodeId}` }),
        );
      }),

    contents: () =>
      guard(async () => {
        const held = new Map<number, string>();
        if (!(await exists(names.episodes)) || !(await exists(names.passages))) return held;
        for (let offset = 0, total = 1; offset < total; offset += LISTED) {
          const answer = await keepers
            .index(names.episodes)
            .getDocuments({ offset, limit: LISTED });
          const page = EpisodeDocuments.parse(answer);
          total = page.total;
          for (const { id, contentHash } of page.results) held.set(id, contentHash);
        }
        return held;
      }),

    rebuild: (episodes) =>
      guard(async () => {
        await drop(next);
        await create(next);
        let batch: EpisodePassages[] = [];
        let size = 0;
        for await (const episode of episodes) {
          batch.push(episode);
          size += episode.passages.length;
          if (size < BATCH) continue;
          await add(next, batch);
          batch = [];
          size = 0;
        }
        if (batch.length > 0) await add(next, batch);
        for (const kind of ['passages', 'episodes'] as const) {
          if (!(await exists(names[kind])))
            await done(keepers.createIndex(names[kind], { primaryKey: 'id' }));
        }
        const swaps = (['passages', 'episodes'] as const).map((kind) => ({
          indexes: [names[kind], next[kind]] as [string, string],
          rename: false,
        }));
        await done(keepers.swapIndexes(swaps));
        await drop(next);
      }),

    search: (query, paging) => guard(() => search(readers.index(names.passages), query, paging)),
    close: async () => {},
  };
}
