import type Database from 'libsql';
import { pageByEpisode } from '../../by-episode.ts';
import type { Answer, Paging, SearchEngine, Speller } from '../../engine.ts';
import { TOTAL_CAP } from '../../engine.ts';
import { asHit } from '../../match.ts';
import type { EpisodePassages } from '../../passage.ts';
import { asksNothing, type Query } from '../../query.ts';
import type { QuoteFinder } from '../../quote-finder.ts';
import type { SoundTools } from '../../sound/find.ts';
import { anyOf, newestOf, rankAnyOf, rarest, wordCounter } from './any-of.ts';
import { candidates, type Found, MOST_RANKED, type Wanted } from './candidates.ts';
import { countFacets } from './facets.ts';
import { compileFilters } from './filters.ts';
import { openIndexFile } from './index-file.ts';
import { vocabularyKeeper } from './kept-vocabulary.ts';
import { anyWord, matchExpression, type Resembling } from './match-expression.ts';
import { readPassages, withEpisodes } from './read-passages.ts';
import { RERANKED, rerank } from './rerank.ts';
import { deleteAll, deleteEpisode, episodeWriter } from './write.ts';

/** With fewer exact hits than this, words with typos are looked for as well. */
const ENOUGH = 20;
/** Beginnings of so few letters are looked up in the vocabulary; where their words are said so often the frequent ones do. */
const SHORT = 3;
const MANY = 4 * MOST_RANKED;

/** The engine that needs nothing installed: SQLite's FTS5 in a file of its own. `path` is that file. */
export function createSqliteEngine({
  path,
}: {
  path: string;
}): SearchEngine & Speller & SoundTools & QuoteFinder {
  const file = openIndexFile(path);
  const keptVocabulary = vocabularyKeeper();
  const words = (db: Database.Database) => keptVocabulary(db, file.version());
  const countWords = wordCounter();

  /** What is matched, and what is weighed: neither filters nor beginnings that very many passages have. */
  const wantedBy = (
    db: Database.Database,
    query: Query,
    tags: string[][],
    strict: string,
  ): Wanted => {
    const last = query.must.at(-1);
    const [form = ''] = last?.tokens ?? [];
    const common =
      last?.prefix && form.length <= SHORT && last.tokens.length === 1
        ? words(db).beginning(form, MANY)
        : null;
    const rest = common ? query.must.slice(0, -1) : query.must;
    const weighed = rest.length > 0 ? matchExpression({ ...query, must: rest }, []) : null;
    if (!common) return { matched: strict, weighed };
    return { matched: matchExpression({ ...query, must: rest }, tags, undefined, common), weighed };
  };

  const search = (db: Database.Database, query: Query, paging: Paging): Answer => {
    const filters = asksNothing(query) ? null : compileFilters(db, query.filters);
    if (!filters) return NOTHING;
    const { page, perPage, sort = 'relevance', byEpisode = false } = paging;
    const from = (page - 1) * perPage;
    const wanted = byEpisode ? TOTAL_CAP : Math.min(Math.max(RERANKED, from + perPage), TOTAL_CAP);

    const strict = matchExpression(query, filters.tags);
    const first = wantedBy(db, query, filters.tags, strict);
    let exact = candidates(db, first, filters, wanted, sort);
    // The frequent words that begin so did not fill the pages: the others have to be looked for as well.
    if (first.matched !== strict && exact.ids.length < TOTAL_CAP)
      exact = candidates(db, { ...first, matched: strict }, filters, wanted, sort);
    const matching = [...exact.ids];
    const inOrder = ({ best }: Found, withTypos: boolean) =>
      (sort === 'date' ? best : rerank(db, best, query, withTypos)).map(({ id }) => id);
    let ids = inOrder(exact, false);
    if (matching.length < ENOUGH && query.must.some((term) => !term.exact)) {
      const resembling = remember(words(db).resembling);
      const loose = matchExpression(query, filters.tags, resembling);
      if (loose !== strict) {
        const near = candidates(
          db,
          { matched: `${loose} NOT ${strict}`, weighed: matchExpression(query, [], resembling) },
          filters,
          wanted,
          sort,
        );
        ids = [...ids, ...inOrder(near, true)];
        matching.push(...near.ids);
      }
    }
    const grouped = byEpisode ? pageByEpisode(withEpisodes(db, ids), paging) : null;
    const shown = grouped?.ids ?? ids.slice(from, Math.min(from + perPage, TOTAL_CAP));
    return {
      hits: readPassages(db, shown).map((passage) => asHit(passage, query)),
      ...(grouped && { episodes: grouped.episodes }),
      total: Math.min(matching.length, TOTAL_CAP),
      totalIsExact: matching.length <= TOTAL_CAP,
      facets: countFacets(db, matching),
    };
  };

  return {
    name: 'sqlite',
    // Also what only some searches need: of a large library nobody's search should wait for it.
    async prepare() {
      file.read((db) => words(db).makeReady());
    },
    replaceEpisode: (episode) =>
      file.write((db) => {
        deleteEpisode(db, episode.episodeId);
        episodeWriter(db)(episode);
      }),
    removeEpisode: (episodeId) => file.write((db) => deleteEpisode(db, episodeId)),
    async contents() {
      const rows = file.read((db) =>
        db.prepare('SELECT episode_id AS id, content_hash AS hash FROM indexed').all(),
      );
      return new Map((rows as { id: number; hash: string }[]).map(({ id, hash }) => [id, hash]));
    },
    // One transaction: readers see the old index until it lands.
    rebuild: (episodes: AsyncIterable<EpisodePassages>) =>
      file.write(async (db) => {
        deleteAll(db);
        const add = episodeWriter(db);
        for await (const episode of episodes) add(episode);
        db.exec(`INSERT INTO fts (fts) VALUES ('optimize')`);
      }),
    search: async (query, paging) => file.read((db) => search(db, query, paging)),
    spellings: async (form, most) => file.read((db) => words(db).spellings(form, most)),
    counts: async (tokens) => file.read((db) => countWords(db, file.version(), tokens)),
    resembling: async (tokens, limit) =>
      file.read((db) => {
        const expression = anyOf(tokens, countWords(db, file.version(), tokens));
        return expression ? readPassages(db, rankAnyOf(db, expression, limit)) : [];
      }),
    havingAny: async (forms, limit, beside = []) =>
      file.read((db) => {
        const alone = beside.length === 0;
        const expression = anyWord(alone ? rarest(forms, words(db).passagesWith) : forms, beside);
        const best = alone ? rankAnyOf : newestOf;
        return expression ? readPassages(db, best(db, expression, limit)) : [];
      }),
    sounding: async (heard, most) => file.read((db) => words(db).sounding(heard, most)),
    close: async () => file.close(),
  };
}

const NOTHING: Answer = {
  hits: [],
  total: 0,
  totalIsExact: true,
  facets: { shows: [], speakers: [], episodes: [], years: [] },
};

/** A query asks for the same words twice: for what matches, and for what is weighed. */
function remember(resembling: Resembling): Resembling {
  const known = new Map<string, readonly string[]>();
  return (form, prefix) => {
    const words = known.get(form) ?? resembling(form, prefix);
    known.set(form, words);
    return words;
  };
}
