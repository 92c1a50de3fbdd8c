import type Database from 'libsql';
import { pageByEpisode } from '../../by-episode.ts';
import type { Answer, Facets, Hit, Paging, SearchEngine, Speller } from '../../engine.ts';
import { TOTAL_CAP } from '../../engine.ts';
import { asHit, matchText } from '../../match.ts';
import type { EpisodePassages, Passage } from '../../passage.ts';
import { closeness } from '../../proximity.ts';
import { asksNothing, type Query } from '../../query.ts';
import type { QuoteFinder } from '../../quote-finder.ts';
import type { SoundTools } from '../../sound/find.ts';
import { anyOf, newestOf, rankAnyOf, wordCounter } from './any-of.ts';
import { type CompiledFilters, compileFilters } from './filters.ts';
import { openIndexFile } from './index-file.ts';
import { anyWord, matchExpression } from './match-expression.ts';
import { buildVocabulary, type Vocabulary, type VocabularyWord } from './vocabulary.ts';
import { deleteAll, deleteEpisode, episodeWriter } from './write.ts';

/** Of very common words only the newest so many passages are ranked and counted by facet. */
const MOST_RANKED = 5_000;
/** So many of the best by bm25 are ordered anew by how close together their words stand. */
const RERANKED = 40;
/** With fewer exact hits than this, words with typos are looked for as well. */
const ENOUGH = 20;
/** The vocabulary is read again at most this often while the index changes, in milliseconds. */
const VOCABULARY_KEPT_MS = 5_000;
const FACET_VALUES = 20;

interface Candidate {
  id: number;
  score: number;
}

/** The engine that needs nothing installed: SQLite's FTS5 in a file of its own. `path` is that file. */
export function createSqliteEngine({
  path,
}: {
  path: string;
}): SearchEngine & Speller & SoundTools & QuoteFinder {
  const file = openIndexFile(path);
  let vocabulary: { words: Vocabulary; version: string; readAt: number } | null = null;

  const words = (db: Database.Database): Vocabulary => {
    const version = file.version();
    const fresh =
      vocabulary?.version === version ||
      Date.now() - (vocabulary?.readAt ?? 0) < VOCABULARY_KEPT_MS;
    if (!vocabulary || !fresh) {
      const rows = db
        .prepare(`SELECT term AS form, doc AS passages FROM vocabulary WHERE col = 'norm'`)
        .all();
      vocabulary = {
        words: buildVocabulary(rows as VocabularyWord[]),
        version,
        readAt: Date.now(),
      };
    }
    return vocabulary.words;
  };

  const countWords = wordCounter();

  const search = (db: Database.Database, query: Query, paging: Paging): Answer => {
    const filters = asksNothing(query) ? null : compileFilters(db, query.filters);
    if (!filters) return NOTHING;
    const { page, perPage, sort = 'relevance', byEpisode = false } = paging;
    const from = (page - 1) * perPage;
    const wanted = byEpisode ? TOTAL_CAP : Math.min(Math.max(RERANKED, from + perPage), TOTAL_CAP);

    let expression = matchExpression(query, filters.tags);
    const exact = candidates(db, expression, filters, wanted, sort);
    let total = exact.total;
    const inOrder = (found: Candidate[], withTypos: boolean) =>
      (sort === 'date' ? found : rerank(db, found, query, withTypos)).map(({ id }) => id);
    let ids = inOrder(exact.best, false);
    if (total < ENOUGH && query.must.some((term) => !term.exact)) {
      const vocabulary = words(db);
      const loose = matchExpression(query, filters.tags, (form, prefix) =>
        vocabulary.resembling(form, prefix),
      );
      if (loose !== expression) {
        const near = candidates(db, `${loose} NOT ${expression}`, filters, wanted, sort);
        ids = [...ids, ...inOrder(near.best, true)];
        total += near.total;
        expression = loose;
      }
    }
    const grouped = byEpisode ? pageByEpisode(withEpisodes(db, ids), paging) : null;
    const shown = grouped?.ids ?? ids.slice(from, Math.min(from + perPage, TOTAL_CAP));
    return {
      hits: readHits(db, shown, query),
      ...(grouped && { episodes: grouped.episodes }),
      total: Math.min(total, TOTAL_CAP),
      totalIsExact: total <= TOTAL_CAP,
      facets: countFacets(db, expression, filters),
    };
  };

  return {
    name: 'sqlite',
    async prepare() {
      file.read(() => {});
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
        const expression = anyWord(forms, beside);
        const best = beside.length > 0 ? newestOf : rankAnyOf;
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

/** The passages that match and were added last, as a table expression over one MATCH. */
function matching({ conditions }: CompiledFilters, columns: string): string {
  const join = conditions.length > 0 ? 'JOIN passages p ON p.id = fts.rowid' : '';
  const where = ['fts MATCH ?', ...conditions].join(' AND ');
  return `SELECT ${columns} FROM fts ${join} WHERE ${where} ORDER BY fts.rowid DESC LIMIT ${MOST_RANKED}`;
}

/** The same from the newest episodes on, each in the order of its talk; what is undated comes last. */
function newest({ conditions }: CompiledFilters): string {
  const where = ['fts MATCH ?', ...conditions].join(' AND ');
  return `SELECT p.id AS id, row_number() OVER (ORDER BY p.date DESC NULLS LAST, p.episode_id, p.id) AS score
    FROM fts JOIN passages p ON p.id = fts.rowid WHERE ${where} ORDER BY score LIMIT ${MOST_RANKED}`;
}

/** The first `limit`, by bm25 (words only, tags weigh nothing) or by date, and how many there are, up to MOST_RANKED. */
function candidates(
  db: Database.Database,
  expression: string,
  filters: CompiledFilters,
  limit: number,
  sort: 'relevance' | 'date',
) {
  const found =
    sort === 'date'
      ? newest(filters)
      : matching(filters, 'fts.rowid AS id, bm25(fts, 1.0, 0.0) AS score');
  const rows = db
    .prepare(
      `SELECT id, score, count(*) OVER () AS total
       FROM (${found})
       ORDER BY score, id LIMIT ?`,
    )
    .all(expression, ...filters.values, limit) as (Candidate & { total: number })[];
  return { best: rows as Candidate[], total: rows[0]?.total ?? 0 };
}

/** Words close together and without typos first, then bm25. Only the first RERANKED change places. */
function rerank(
  db: Database.Database,
  best: Candidate[],
  query: Query,
  withTypos: boolean,
): Candidate[] {
  if (query.must.length < 2 && !withTypos) return best;
  const head = best.slice(0, RERANKED);
  const texts = textsOf(db, head);
  const keys = new Map(
    head.map(({ id, score }) => {
      const text = texts.get(id) ?? '';
      const typos = withTypos ? (matchText(text, query)?.typos ?? 0) : 0;
      return [id, { typos, score: score * (1 + closeness(text, query, { typos: withTypos })) }];
    }),
  );
  const order = (a: Candidate, b: Candidate) => {
    const [x, y] = [keys.get(a.id), keys.get(b.id)];
    return (x?.typos ?? 0) - (y?.typos ?? 0) || (x?.score ?? 0) - (y?.score ?? 0) || a.id - b.id;
  };
  return [...head.sort(order), ...best.slice(RERANKED)];
}

function textsOf(db: Database.Database, candidates: readonly Candidate[]): Map<number, string> {
  const rows = db
    .prepare('SELECT id, text FROM passages WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(candidates.map(({ id }) => id))) as { id: number; text: string }[];
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The episode that each passage is of, in the given order. */
function withEpisodes(db: Database.Database, ids: readonly number[]) {
  const rows = db
    .prepare(
      `SELECT p.id, e.slug FROM passages p JOIN episodes e ON e.id = p.episode_id
       WHERE p.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as { id: number; slug: string }[];
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return ids.map((id) => ({ id, episode: slugs.get(id) ?? '' }));
}

const PASSAGE = `
  SELECT p.id AS rowid, p.public_id AS id, p.episode_id AS episodeId, e.slug AS episodeSlug, e.label AS episodeTitle,
    w.slug AS showSlug, w.label AS showTitle, p.date, c.slug AS sectionSlug, c.label AS sectionTitle,
    c.start_ms AS sectionStartMs, s.slug AS speakerSlug, s.label AS speakerName, p.turn, p.turn_id AS turnId,
    p.position AS offset, p.start_ms AS startMs, p.timing, p.text, p.asks, p.question, p.question_by AS questionBy, p.corrections
  FROM passages p JOIN episodes e ON e.id = p.episode_id JOIN shows w ON w.id = p.show_id
    LEFT JOIN sections c ON c.id = p.section_id LEFT JOIN speakers s ON s.id = p.speaker_id
  WHERE p.id IN (SELECT value FROM json_each(?))`;

interface PassageRow extends Omit<Passage, 'asks' | 'question' | 'corrections'> {
  rowid: number;
  asks: number;
  question: string | null;
  questionBy: string | null;
  /** JSON, our own. */
  corrections: string | null;
}

const readHits = (db: Database.Database, ids: readonly number[], query: Query): Hit[] =>
  readPassages(db, ids).map((passage) => asHit(passage, query));

function readPassages(db: Database.Database, ids: readonly number[]): Passage[] {
  const rows = db.prepare(PASSAGE).all(JSON.stringify(ids)) as PassageRow[];
  const byId = new Map(
    rows.map(({ rowid, asks, question, questionBy, corrections, ...passage }) => [
      rowid,
      {
        ...passage,
        asks: asks === 1,
        question: question === null ? null : { speaker: questionBy, text: question },
        ...(corrections !== null && { corrections: JSON.parse(corrections) }),
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function countFacets(db: Database.Database, expression: string, filters: CompiledFilters): Facets {
  const groups = db
    .prepare(
      `SELECT p.show_id AS show, p.speaker_id AS speaker, p.episode_id AS episode, substr(p.date, 1, 4) AS year, count(*) AS count
       FROM (${matching(filters, 'fts.rowid AS id')}) m JOIN passages p ON p.id = m.id GROUP BY 1, 2, 3, 4`,
    )
    .all(expression, ...filters.values) as (Record<
    'show' | 'speaker' | 'episode' | 'count',
    number
  > & { year: string | null })[];
  const years = new Map<string, number>();
  for (const { year, count } of groups) {
    if (year !== null) years.set(year, (years.get(year) ?? 0) + count);
  }
  const facet = (kind: 'show' | 'speaker' | 'episode', table: string) => {
    const counts = new Map<number, number>();
    for (const group of groups) {
      if (group[kind] !== null)
        counts.set(group[kind], (counts.get(group[kind]) ?? 0) + group.count);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, FACET_VALUES);
    const labels = db
      .prepare(`SELECT id, slug, label FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(most.map(([id]) => id))) as { id: number; slug: string; label: string }[];
    const byId = new Map(labels.map((row) => [row.id, row]));
    return most.flatMap(([id, count]) => {
      const row = byId.get(id);
      return row ? [{ value: row.slug, label: row.label, count }] : [];
    });
  };
  return {
    shows: facet('show', 'shows'),
    speakers: facet('speaker', 'speakers'),
    episodes: facet('episode', 'episodes'),
    years: [...years]
      .map(([value, count]) => ({ value, label: value, count }))
      .sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}
