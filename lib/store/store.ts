import type { PeopleRule } from '../people/people-rules.ts';
import { openDatabase } from './client.ts';
import { type GlossaryRecord, readGlossary, replaceGlossary } from './glossary.ts';
import { keepReads } from './kept-reads.ts';
import { advance, episodeVersions, pendingFor, readForIndex } from './outbox.ts';
import { dropEdit, type EditTarget, keepEdit, readEdits } from './owner-edits.ts';
import { type PeopleChange, replacePeopleRules } from './people-rules.ts';
import { readEpisode, readQuote } from './read-episode.ts';
import {
  countEpisodes,
  isSlug,
  type NamedKind,
  readAddresses,
  readEpisodes,
  readShows,
  readSpeaker,
} from './read-library.ts';
import { readLinks } from './read-links.ts';
import { readPeopleRules, readShowPeople } from './read-people.ts';
import { readRecording } from './read-recording.ts';
import { readRetiredPlaces, readRetiredQuote } from './read-retired.ts';
import { readThing, readThings } from './read-things.ts';
import { readExchange, readTurns } from './read-turns.ts';
import type { EpisodeRecord } from './records.ts';
import { liveSpeaker } from './retire-speakers.ts';
import { holding, saveEpisode } from './save-episode.ts';
import type { Understood } from './save-understanding.ts';
import { episodesReadBefore, readConversation, replaceUnderstanding } from './understand-anew.ts';
import type { EpisodePaging } from './views.ts';

/**
 * Everything that is kept, behind plain functions: records go in, views come out.
 * The database is opened on first use; `close` before another process replaces the file.
 */
export function openStore(url: string) {
  const db = openDatabase(url);
  const { keep, close } = keepReads(url);
  return {
    saveEpisode: (record: EpisodeRecord) => saveEpisode(db, record),
    holding: (sourceHash: string) => holding(db, sourceHash),
    episode: keep('episode', (slug: string) => readEpisode(db, slug)),
    episodes: keep('episodes', (paging: EpisodePaging) => readEpisodes(db, paging)),
    addresses: () => readAddresses(db),
    countEpisodes: () => countEpisodes(db),
    speaker: keep('speaker', (slug: string) => readSpeaker(db, slug)),
    /** The address that a speaker's leads to, also one that nobody has any more; null for nobody's. */
    liveSpeaker: (slug: string) => liveSpeaker(db, slug),
    shows: keep('shows', () => readShows(db)),
    isSlug: (kind: NamedKind, slug: string) => isSlug(db, kind, slug),
    quote: keep('quote', (id: string) => readQuote(db, id)),
    recording: (slug: string) => readRecording(db, slug),
    retiredPlaces: keep('retiredPlaces', (slug: string) => readRetiredPlaces(db, slug)),
    retiredQuote: (id: string) => readRetiredQuote(db, id),
    turns: (ranges: Parameters<typeof readTurns>[1]) => readTurns(db, ranges),
    exchange: (slug: string, first: number, last: number) => readExchange(db, slug, first, last),
    links: keep('links', (slug: string) => readLinks(db, slug)),
    things: keep('things', (paging: { page: number; perPage: number }) => readThings(db, paging)),
    thing: keep('thing', (slug: string) => readThing(db, slug)),
    conversation: (slug: string) => readConversation(db, slug),
    episodesReadBefore: (version: number) => episodesReadBefore(db, version),
    replaceUnderstanding: (slug: string, understood: Understood) =>
      replaceUnderstanding(db, slug, understood),
    edits: {
      keep: (target: EditTarget) => keepEdit(db, target),
      drop: (id: number) => dropEdit(db, id),
      all: (episode?: string) => readEdits(db, episode),
    },
    glossary: {
      read: () => readGlossary(db),
      replace: (entries: readonly GlossaryRecord[], episodes: readonly string[]) =>
        replaceGlossary(db, entries, episodes),
    },
    people: {
      rules: () => readPeopleRules(db),
      ofShow: (show: string) => readShowPeople(db, show),
      /** What these rules in the place of all others would do; nothing is changed. */
      preview: (rules: readonly PeopleRule[]) => replacePeopleRules(db, rules, { apply: false }),
      replace: (rules: readonly PeopleRule[]) => replacePeopleRules(db, rules, { apply: true }),
    },
    outbox: {
      pendingFor: (engine: string) => pendingFor(db, engine),
      advance: (engine: string, seq: number, engines: readonly string[]) =>
        advance(db, engine, seq, engines),
      versions: () => episodeVersions(db),
      episode: (id: number) => readForIndex(db, id),
    },
    close: async () => {
      close();
      await db.$disconnect();
    },
  };
}

export type { EditTarget, GlossaryRecord, NamedKind, PeopleChange };
export type Store = ReturnType<typeof openStore>;
