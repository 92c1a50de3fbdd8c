import {
  type Answer,
  EngineUnavailable,
  type Hit,
  type Paging,
  type SearchEngine,
} from './engine.ts';
import type { Query } from './query.ts';
import { findSoundAlikes, type SoundTools } from './sound/find.ts';
import { withSounds } from './sound/with-sounds.ts';

/** With fewer hits as written, what sounds alike is looked for as well. */
const FEW = 20;
/** After a failure the primary engine is not asked again for this long, in milliseconds. */
const REST_MS = 5_000;

export interface SearchState {
  /** The engine that answers now. */
  engine: SearchEngine['name'];
  /** Why it is not the configured one, as a sentence for readers; null where all is well. */
  degraded: string | null;
}

export interface Searched extends SearchState {
  answer: Answer;
}

/** Searches with the configured engine, and with the embedded one while that is away. */
export interface Searcher {
  search(query: Query, paging: Paging): Promise<Searched>;
  state(): SearchState;
}

/**
 * A searcher over two engines that may be one and the same. A primary engine that fails is left alone
 * for a few seconds, so that one that is down costs its time-out once and not on every search.
 * `now` is in milliseconds.
 */
export function createSearcher(
  primary: SearchEngine,
  embedded: SearchEngine & SoundTools,
  now: () => number = Date.now,
): Searcher {
  let failure: { message: string; until: number } | null = null;
  const fallback = (message: string): SearchState => ({ engine: embedded.name, degraded: message });
  const state = (): SearchState =>
    failure ? fallback(failure.message) : { engine: primary.name, degraded: null };
  return {
    state,
    async search(query, paging) {
      const searched = await asWritten(query, paging);
      const { answer } = searched;
      const similar = new Set(answer.meaning?.ids);
      if (answer.total - similar.size >= FEW) return searched;
      const alike = (await sounds(query)).filter(({ passage }) => !similar.has(passage.id));
      return { ...searched, answer: withSounds(answer, alike, paging) };
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
        return { answer, ...state() };
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error;
        failure = { message: error.message, until: now() + REST_MS };
      }
    }
    return { answer: await embedded.search(query, paging), ...state() };
  }
}
