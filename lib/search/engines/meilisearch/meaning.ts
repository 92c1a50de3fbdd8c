import { isDeepStrictEqual } from 'node:util';
import { type Embedders, Meilisearch } from 'meilisearch';
import type { Embedder } from '../../../embedder.ts';
import type { SearchEngine } from '../../engine.ts';
import { plainText } from '../../parse-query.ts';
import type { EpisodePassages } from '../../passage.ts';
import { compileQuery } from './compile.ts';
import { SimilarResponse } from './documents.ts';
import { explained } from './embedder-failure.ts';
import { changeable, EMBEDDER, fingerprint, MEANING_SETTINGS } from './embedder-settings.ts';
import { createMeilisearchEngine } from './engine.ts';
import { done, isMissingIndex } from './guard.ts';
import type { Meaning, Similar } from './hybrid.ts';
import { EPISODES, PASSAGES } from './settings.ts';

/** A reader waits no longer than this for an embedder; words are there before. In milliseconds. */
const NEAREST_MS = 600;
/** After a failure the embedder is not asked for this long, so that its time-out is not paid every time. */
const REST_MS = 5_000;
/** Passages looked at: more than join an answer, for some have the words or are no longer said. */
const LOOKED_AT = 60;
/** Passages sent at once: a slow embedder has ten minutes for them. */
const BATCH = 500;
/** Asked before anything is sent. Meilisearch would wait minutes for an embedder that is away, and all its other work with it. */
const PROBE = 'Is anybody there?';
const REQUEST_MS = 10_000;
const LISTED = 1_000;
const AWAY =
  'The embedder that searches by meaning does not answer, so this answer goes by words alone.';
const UNFILLED = 'The index of meanings is still being filled, so this answer goes by words alone.';

interface Options {
  host: string;
  apiKey?: string | undefined;
  prefix?: string;
  embedder: Embedder;
  /** How similar a passage must be, 0 to 1. */
  least: number;
  /** Milliseconds. */
  now?: () => number;
}

/**
 * The passages once more, in an index of their own that has an embedder: whatever becomes of the
 * embedder, the index of words does not wait for it. Kept in step like any engine.
 */
export function createMeaningEngine({
  host,
  apiKey,
  prefix = '',
  embedder,
  least,
  now = Date.now,
}: Options): SearchEngine & Meaning {
  const key = apiKey === undefined ? {} : { apiKey };
  const readers = new Meilisearch({ host, ...key, timeout: NEAREST_MS });
  const keepers = new Meilisearch({ host, ...key, timeout: REQUEST_MS });
  const own = `${prefix}meaning_${fingerprint(embedder)}_`;
  const passages = own + PASSAGES;
  const base = createMeilisearchEngine({
    host,
    apiKey,
    prefix: own,
    settings: MEANING_SETTINGS,
    createdWith: { ...MEANING_SETTINGS, embedders: { [EMBEDDER]: embedder } },
    batch: BATCH,
  });
  let told = false;
  let filling = false;
  let failure: { sentence: string; until: number } | null = null;

  const ask = (text: string, filter: string[], signal?: AbortSignal) =>
    readers.index(passages).search(
      text,
      {
        filter,
        hybrid: { embedder: EMBEDDER, semanticRatio: 1 },
        attributesToRetrieve: ['id', 'text'],
        showRankingScore: true,
        rankingScoreThreshold: least,
        limit: LOOKED_AT,
      },
      { signal },
    );

  const probe = async () => {
    try {
      await ask(PROBE, []);
    } catch (error) {
      if (!isMissingIndex(error)) throw error;
      await base.rebuild(nothing());
      await ask(PROBE, []);
    }
  };

  /** The key may be another than when the index was made; that is no reason to make all vectors anew. */
  const tellSecrets = async () => {
    let held: Embedders;
    try {
      held = await keepers.index(passages).getEmbedders();
    } catch (error) {
      if (isMissingIndex(error)) return;
      throw error;
    }
    const wanted = changeable(embedder);
    // Keys are not shown again; whether there is one is.
    if (!('apiKey' in embedder) && isDeepStrictEqual(changeable(held?.[EMBEDDER]), wanted)) return;
    await done(keepers.index(passages).updateEmbedders({ [EMBEDDER]: wanted as Embedder }));
  };

  /** Indexes of embedders that were configured before. */
  const dropOthers = async () => {
    const { results } = await keepers.getRawIndexes({ limit: LISTED });
    const old = new RegExp(`^meaning_[0-9a-f]{8}_(${PASSAGES}|${EPISODES})`);
    for (const { uid } of results) {
      if (!uid.startsWith(prefix) || uid.startsWith(own)) continue;
      if (old.test(uid.slice(prefix.length))) await done(keepers.deleteIndex(uid));
    }
  };

  return {
    ...base,
    name: 'meaning',

    prepare: () =>
      explained(async () => {
        await base.prepare();
        if (told) return;
        await dropOthers();
        await tellSecrets();
        told = true;
      }),

    replaceEpisode: (episode) =>
      explained(async () => {
        await probe();
        await base.replaceEpisode(episode);
      }),

    // In place: Meilisearch asks the embedder only for what reads otherwise than before, and what is
    // done stays done where it is broken off.
    rebuild: (episodes) =>
      explained(async () => {
        const rest = await base.contents();
        filling = rest.size === 0;
        for await (const episode of episodes) {
          const isHeld = rest.get(episode.episodeId) === episode.contentHash;
          rest.delete(episode.episodeId);
          if (isHeld) continue;
          await probe();
          await base.replaceEpisode(episode);
        }
        for (const id of rest.keys()) await base.removeEpisode(id);
      }).finally(() => {
        filling = false;
      }),

    async nearest(query) {
      if (filling) return { similar: [], failure: UNFILLED };
      if (failure && now() < failure.until) return { similar: [], failure: failure.sentence };
      try {
        const { filter } = compileQuery(query);
        const signal = AbortSignal.timeout(NEAREST_MS);
        const answer = SimilarResponse.parse(await ask(plainText(query.raw), filter, signal));
        failure = null;
        const similar = answer.hits.map(
          ({ id, text, _rankingScore }): Similar => ({ id, text, score: _rankingScore }),
        );
        return { similar, failure: null };
      } catch (error) {
        const sentence = isMissingIndex(error) ? UNFILLED : AWAY;
        failure = { sentence, until: now() + REST_MS };
        return { similar: [], failure: sentence };
      }
    },
  };
}

async function* nothing(): AsyncGenerator<EpisodePassages> {}
