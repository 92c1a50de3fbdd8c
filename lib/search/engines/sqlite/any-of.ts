import type Database from 'libsql';
import type { WordCounts } from '../../quote-finder.ts';

/** So many of the rarest words are looked for; altered ones among them do no harm. */
const RARE_WORDS = 16;
/** So many pairs and threes of neighbours are: evidence where every word by itself is common. */
const NEIGHBOURS = 24;
/** A word in more of the passages than this share says nothing by itself. */
const COMMON_SHARE = 0.05;
/** In a small library a word in so many passages is still looked for. */
const FEW = 50;

/** Passages with the rarest of many words are weighed until they are so many. */
const MOST_WEIGHED = 1_000;

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * The FTS5 expression that matches passages with any of the telling words and neighbours among
 * `tokens`, or null where the library has none of them. bm25 weighs each by its own rarity, so that
 * passages with several, or with a whole run, come first. Tokens only ever stand inside strings.
 */
export function anyOf(tokens: readonly string[], counts: WordCounts): string | null {
  const count = (form: string) => counts.of.get(form) ?? 0;
  const common = Math.max(FEW, counts.passages * COMMON_SHARE);
  const known = [...new Set(tokens)].filter((form) => count(form) > 0);
  const words = known
    .filter((form) => count(form) <= common)
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1))
    .slice(0, RARE_WORDS);
  const runs = new Map<string, number>();
  for (let at = 0; at + 1 < tokens.length; at++) {
    for (const length of [2, 3]) {
      const run = tokens.slice(at, at + length);
      if (run.length < length || run.some((form) => count(form) === 0)) continue;
      // What a run tells is bounded by its rarest word; of two alike the longer one tells more.
      runs.set(run.join(' '), Math.min(...run.map(count)) / length);
    }
  }
  const neighbours = [...runs]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, NEIGHBOURS)
    .map(([run]) => run);
  const wanted = [...words, ...neighbours];
  return wanted.length > 0 ? `norm : (${wanted.map(quote).join(' OR ')})` : null;
}

/**
 * The rarest of some words, until so many passages have them: bm25 puts these first, and need not weigh
 * the many passages that would come last.
 */
export function rarest(
  forms: readonly string[],
  passagesWith: (form: string) => number,
  most = MOST_WEIGHED,
): string[] {
  const known = forms
    .map((form) => ({ form, passages: passagesWith(form) }))
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => a.passages - b.passages);
  let sum = 0;
  const enough = known.findIndex(({ passages }) => {
    sum += passages;
    return sum >= most;
  });
  return (enough < 0 ? known : known.slice(0, enough + 1)).map(({ form }) => form);
}

/** Row numbers of at most `limit` passages that match, the best by bm25 first. */
export function rankAnyOf(db: Database.Database, expression: string, limit: number): number[] {
  const rows = db
    .prepare(
      'SELECT rowid AS id FROM fts WHERE fts MATCH ? ORDER BY bm25(fts, 1.0, 0.0), rowid LIMIT ?',
    )
    .all(expression, limit) as { id: number }[];
  return rows.map(({ id }) => id);
}

/**
 * Row numbers of at most `limit` passages that match, the newest first: for expressions with common
 * words, each of which bm25 would count through the whole library.
 */
export function newestOf(db: Database.Database, expression: string, limit: number): number[] {
  const rows = db
    .prepare('SELECT rowid AS id FROM fts WHERE fts MATCH ? ORDER BY rowid DESC LIMIT ?')
    .all(expression, limit) as { id: number }[];
  return rows.map(({ id }) => id);
}

/** Counts words, and remembers what it counted while the index stays as it is. */
export function wordCounter(): (
  db: Database.Database,
  version: string,
  tokens: Iterable<string>,
) => WordCounts {
  let known = { version: '', passages: 0, of: new Map<string, number>() };
  return (db, version, tokens) => {
    if (known.version !== version) {
      const row = db.prepare('SELECT count(*) AS n FROM passages').get() as { n: number };
      known = { version, passages: row.n, of: new Map() };
    }
    const count = db.prepare(`SELECT doc FROM vocabulary WHERE term = ? AND col = 'norm'`);
    const of = new Map<string, number>();
    for (const form of tokens) {
      if (of.has(form)) continue;
      let doc = known.of.get(form);
      if (doc === undefined) {
        doc = (count.get(form) as { doc: number } | undefined)?.doc ?? 0;
        known.of.set(form, doc);
      }
      if (doc > 0) of.set(form, doc);
    }
    return { passages: known.passages, of };
  };
}
