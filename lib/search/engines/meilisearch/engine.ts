import { setImmediate as breathe } from 'node:timers/promises';
import { type Index, Meilisearch, type Settings } from 'meilisearch';
import { EngineUnavailable, type SearchEngine } from '../../engine.ts';
import type { EpisodePassages } from '../../passage.ts';
import { literal } from './compile.ts';
import {
  type EpisodeDocument,
  EpisodeDocuments,
  type PassageDocument,
  toDocuments,
} from './documents.ts';
import { done, guard, isMissingIndex } from './guard.ts';
import { type Meaning, searchByBoth } from './hybrid.ts';
import { isAbandoned, nextEnding } from './next-index.ts';
import { EPISODES, hasSettings, PASSAGE_SETTINGS, PASSAGES } from './settings.ts';

/** A reader waits no longer than this for an answer; then the embedded engine has the word. */
export const SEARCH_MS = 800;
/**
 * A compressed answer comes in pieces, and the second waits some 40 ms for the first to be acknowledged
 * (Nagle's algorithm beside delayed acknowledgements, RFC 1122 § 4.2.3.2); a whole one comes at once.
 */
const UNCOMPRESSED = { 'accept-encoding': 'identity' };
/** Administration is more patient. */
const REQUEST_MS = 10_000;
/** Passages sent at once: a few megabytes. */
const BATCH = 5_000;
/** Episodes, and indexes, listed at once. */
const LISTED = 1_000;

interface Options {
  host: string;
  apiKey?: string | undefined;
  /** Index names begin with this: several libraries may share a server. */
  prefix?: string;
  /** Of the index of passages, and, where there is more to say, of a new one. */
  settings?: Settings;
  createdWith?: Settings;
  /** Passages sent at once. */
  batch?: number;
  /** What searches by meaning, where the owner has an embedder. */
  meaning?: Meaning | null;
}

/** The engine for large libraries: a Meilisearch server of the owner's. */
export function createMeilisearchEngine(options: Options): SearchEngine {
  const { host, apiKey, prefix = '', settings = PASSAGE_SETTINGS, batch: most = BATCH } = options;
  const key = apiKey === undefined ? {} : { apiKey };
  const readers = new Meilisearch({
    host,
    ...key,
    timeout: SEARCH_MS,
    requestInit: { headers: UNCOMPRESSED },
  });
  const keepers = new Meilisearch({ host, ...key, timeout: REQUEST_MS });
  const names = { passages: prefix + PASSAGES, episodes: prefix + EPISODES };
  const nextNames = () => {
    const ending = nextEnding();
    return { passages: names.passages + ending, episodes: names.episodes + ending };
  };

  const create = async ({ passages, episodes }: typeof names) => {
    await done(keepers.createIndex(passages, { primaryKey: 'id' }));
    await done(keepers.createIndex(episodes, { primaryKey: 'id' }));
    await done(keepers.index(passages).updateSettings(options.createdWith ?? settings));
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
  /** What a rebuild left behind that was broken off long ago. */
  const dropAbandoned = async () => {
    const { results } = await keepers.getRawIndexes({ limit: LISTED });
    for (const { uid } of results) {
      if (isAbandoned(uid, Object.values(names))) await done(keepers.deleteIndex(uid));
    }
  };
  const holds = async (name: string) =>
    (await keepers.index(name).getDocuments({ limit: 0 })).total;
  const drop = async ({ passages, episodes }: typeof names) => {
    await keepers.deleteIndexIfExists(passages);
    await keepers.deleteIndexIfExists(episodes);
  };
  const add = async (into: typeof names, episodes: readonly EpisodePassages[]) => {
    const documents: PassageDocument[] = [];
    for (const episode of episodes) {
      documents.push(...toDocuments(episode));
      // This thread also serves pages.
      await breathe();
    }
    const index: Index<PassageDocument> = keepers.index(into.passages);
    for (let i = 0; i < documents.length; i += most)
      await done(index.addDocuments(documents.slice(i, i + most)));
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
        // Compared first: the server writes a task down for every update, also for one that changes nothing.
        const index = keepers.index(names.passages);
        if (!hasSettings(await index.getSettings(), settings))
          await done(index.updateSettings(settings));
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
        await dropAbandoned();
        const next = nextNames();
        await create(next);
        const sent = { passages: 0, episodes: 0 };
        let batch: EpisodePassages[] = [];
        let size = 0;
        for await (const episode of episodes) {
          batch.push(episode);
          size += episode.passages.length;
          sent.passages += episode.passages.length;
          sent.episodes++;
          if (size < most) continue;
          await add(next, batch);
          batch = [];
          size = 0;
        }
        if (batch.length > 0) await add(next, batch);
        const swaps = [];
        for (const kind of ['passages', 'episodes'] as const) {
          if ((await holds(next[kind])) !== sent[kind])
            throw new EngineUnavailable('Meilisearch did not keep all that it was sent.');
          // Where there is none yet the new one takes the name: an empty one would answer “nothing found”.
          swaps.push({
            indexes: [next[kind], names[kind]] as [string, string],
            rename: !(await exists(names[kind])),
          });
        }
        await done(keepers.swapIndexes(swaps));
        await drop(next);
      }),

    search: (query, paging) =>
      guard(() => {
        // However many requests an answer takes.
        const signal = AbortSignal.timeout(SEARCH_MS);
        const index = readers.index(names.passages);
        return searchByBoth(index, query, paging, signal, options.meaning ?? null);
      }),
    close: async () => {},
  };
}
