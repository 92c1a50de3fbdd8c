import {
  type Answer,
  EngineUnavailable,
  type Hit,
  type Paging,
  type SearchEngine,
} from './engine.ts';
import { parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';
import { findSoundAlikes, type SoundTools } from './sound/find.ts';
import { withSounds } from './sound/with-sounds.ts';

/** With fewer hits as written, what sounds alike is looked for as well. */
const FEW = 20;
/** After a failure the primary engine is not asked again for this long, in milliseconds. */
const REST_MS = 5_000;

/** Any word will do to learn whether an engine answers. */
const PROBE = parseQuery('well');
const INSTEAD = 'The embedded index answers instead.';
const BEING_BUILT = 'The search index is being built anew: more will be found in a moment.';
const NOTHING: Answer = {
  hits: [],
  total: 0,
  totalIsExact: true,
  facets: { shows: [], speakers: [], episodes: [], years: [] },
};

export interface SearchState {
  /** The engine that answers now. */
  engine: SearchEngine['name'];
  /** What is amiss, in sentences for readers; null where all is well. */
  degraded: string | null;
}

export interface Searched extends SearchState {
  answer: Answer;
}

/** Searches with the configured engine, and with the embedded one while that is away. */
export interface Searcher {
  search(query: Query, paging: Paging): Promise<Searched>;
  /** Asks, where an engine may be asked again, how things are: without readers nobody would notice. */
  check(): Promise<SearchState>;
}

interface Options {
  /** The time in milliseconds. */
  now?: () => number;
  /** How many episodes there are to be found; an index that is empty all the same is not ready. */
  stored?: () => Promise<number>;
}

/**
 * A searcher over two engines that may be one and the same. A primary engine that fails is left alone
 * for a few seconds, so that one that is down costs its time-out once and not on every search. The
 * embedded one is the last: where it is lost there is an empty answer that says why.
 */
export function createSearcher(
  primary: SearchEngine,
  embedded: SearchEngine & SoundTools,
  { now = Date.now, stored = async () => 0 }: Options = {},
): Searcher {
  let failure: { message: string; until: number } | null = null;
  return {
    async search(query, paging) {
      const searched = await asWritten(query, paging);
      const { answer } = searched;
      const similar = new Set(answer.meaning?.ids);
      if (answer.total - similar.size >= FEW) return searched;
      const alike = (await sounds(query)).filter(({ passage }) => !similar.has(passage.id));
      return { ...searched, answer: withSounds(answer, alike, paging) };
    },
    async check() {
      const { engine, degraded } = await asWritten(PROBE, { page: 1, perPage: 1 });
      return { engine, degraded };
    },
  };

  /** What sounds alike; the embedded index knows, whichever engine answers. */
  async function sounds(query: Query): Promise<Hit[]> {
    try {
      return await findSoundAlikes(query, embedded);
    } catch (error) {
      // A tier that cannot be had is no reason to withhold the others.
      if (error instanceof EngineUnavailable) return [];
      throw error;
    }
  }

  async function asWritten(query: Query, paging: Paging): Promise<Searched> {
    if (primary !== embedded && (!failure || now() >= failure.until)) {
      try {
        const answer = await primary.search(query, paging);
        failure = null;
        return { answer, engine: primary.name, degraded: null };
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error;
        failure = { message: error.message, until: now() + REST_MS };
      }
    }
    const { answer, trouble } = await askEmbedded(query, paging);
    const amiss = failure ? [failure.message, trouble ?? INSTEAD] : [trouble];
    return { answer, engine: embedded.name, degraded: amiss.filter(Boolean).join(' ') || null };
  }

  async function askEmbedded(query: Query, paging: Paging) {
    try {
      const answer = await embedded.search(query, paging);
      // Deleted or damaged while the site runs: the worker fills it again.
      const lost =
        answer.total === 0 && (await embedded.contents()).size === 0 && (await stored()) > 0;
      return { answer, trouble: lost ? BEING_BUILT : null };
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      return { answer: NOTHING, trouble: error.message };
    }
  }
}
