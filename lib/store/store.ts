import { openDatabase } from './client.ts';
import { advance, episodeVersions, pendingFor, readForIndex } from './outbox.ts';
import { readEpisode, readQuote } from './read-episode.ts';
import {
  countEpisodes,
  isSlug,
  type NamedKind,
  readEpisodes,
  readSpeaker,
} from './read-library.ts';
import type { EpisodeRecord } from './records.ts';
import { holding, saveEpisode } from './save-episode.ts';

/**
 * Everything that is kept, behind plain functions: records go in, views come out.
 * The database is opened on first use; `close` before another process replaces the file.
 */
export function openStore(url: string) {
  const db = openDatabase(url);
  return {
    saveEpisode: (record: EpisodeRecord) => saveEpisode(db, record),
    holding: (sourceHash: string) => holding(db, sourceHash),
    episode: (slug: string) => readEpisode(db, slug),
    episodes: (paging: { page: number; perPage: number }) => readEpisodes(db, paging),
    countEpisodes: () => countEpisodes(db),
    speaker: (slug: string) => readSpeaker(db, slug),
    isSlug: (kind: NamedKind, slug: string) => isSlug(db, kind, slug),
    quote: (id: string) => readQuote(db, id),
    outbox: {
      pendingFor: (engine: string) => pendingFor(db, engine),
      advance: (engine: string, seq: number, engines: readonly string[]) =>
        advance(db, engine, seq, engines),
      versions: () => episodeVersions(db),
      episode: (id: number) => readForIndex(db, id),
    },
    close: () => db.$disconnect(),
  };
}

export type { NamedKind };
export type Store = ReturnType<typeof openStore>;
