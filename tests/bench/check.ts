import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { type Checked, checkQuote, type SaidWords } from '../../lib/check/check-quote.ts';
import { readPasted } from '../../lib/check/pasted.ts';
import type { TurnRange } from '../../lib/check/window.ts';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { forms, normalise } from '../../lib/search/normalise.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { misquote, shuffled } from './check-alterations.ts';
import {
  type CheckCorpus,
  placedTurns,
  readCorpus,
  sentencesOf,
  type Talk,
  toPassages,
} from './check-corpus.ts';
import { random } from './corpus.ts';
import { GOLD_DIR } from './gold.ts';
import { percentile, type Row } from './table.ts';

const QUOTES = 500;
/** Shorter sentences are talk that nobody quotes: “Yeah, I think it did.” */
const [LEAST_WORDS, MOST_WORDS] = [8, 40];
const RESAMPLES = 2_000;

interface Asked {
  text: string;
  /** The words as they were said. */
  original: string;
}

interface Place {
  episode: string;
  turn: number;
}

/**
 * How well misquotes are traced to the turn they are from, and how often something is "found" that
 * nobody said, beside the first hit of a plain any-of search and of an exact phrase search.
 * `folder` holds conversations; constants are chosen on the part "tuning", figures reported on "report".
 */
export async function benchCheck(
  folder = GOLD_DIR,
  part: 'tuning' | 'report' = 'report',
): Promise<Row[]> {
  const corpus = readCorpus(folder);
  const scratch = mkdtempSync(path.join(tmpdir(), 'earmark-bench-'));
  const engine = createSqliteEngine({ path: path.join(scratch, 'search.db') });
  try {
    await engine.rebuild(
      (async function* () {
        for (const [i, talk] of corpus.indexed.entries()) yield toPassages(talk, i + 1);
      })(),
    );
    const library: SaidWords = {
      resembling: (tokens, limit) => engine.resembling(tokens, limit),
      counts: (tokens) => engine.counts(tokens),
      turns: turnReader(corpus.indexed),
    };
    const checker = (text: string) => checkQuote(readPasted(text), library);
    const phrase = async (text: string): Promise<Place | null> => {
      const { hits } = await engine.search(parseQuery(`"${text.replaceAll('"', '')}"`), {
        page: 1,
        perPage: 1,
      });
      const passage = hits[0]?.passage;
      return passage ? { episode: passage.episodeSlug, turn: passage.turn } : null;
    };
    return await measure(corpus, part, { checker, phrase, anyOf: plainAnyOf(corpus.indexed) });
  } finally {
    await engine.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Ways {
  checker: (text: string) => Promise<Checked>;
  phrase: (text: string) => Promise<Place | null>;
  anyOf: (text: string) => Place | null;
}

async function measure(
  corpus: CheckCorpus,
  part: 'tuning' | 'report',
  { checker, phrase, anyOf }: Ways,
): Promise<Row[]> {
  const next = random(part === 'report' ? 11 : 23);
  const ofPart = (talks: readonly Talk[]) => {
    const own = talks.filter((talk) => talk.part === part);
    return own.length > 0 ? own : talks;
  };
  const said = sample(ofPart(corpus.indexed), QUOTES, next);
  const foreign = sample(ofPart(corpus.elsewhere), QUOTES, next);
  const vocabulary = sample(corpus.indexed, 2_000, next).flatMap((text) => text.split(/\s+/));
  const texts = new Map(
    corpus.indexed.map(({ id, turns }) => [id, turns.map((text) => ` ${normalise(text)} `)]),
  );
  const holds = (place: Place | null, original: string) =>
    place !== null &&
    (texts.get(place.episode)?.[place.turn]?.includes(` ${normalise(original)} `) ?? false);

  const group = `misquotes, ${corpus.indexed.length} episodes (${part})`;
  const rows: Row[] = [];
  const times: number[] = [];
  const timed = async (text: string) => {
    const start = performance.now();
    const checked = await checker(text);
    times.push(performance.now() - start);
    return checked;
  };
  const placeOf = ({ match }: Checked) => match && { episode: match.episode, turn: match.turn };

  for (const alterations of [0, 1, 2, 3]) {
    const asked: Asked[] = said.map((original) => ({
      original,
      text: misquote(original, alterations, vocabulary, next),
    }));
    const own: Checked[] = [];
    const [plain, exact]: [boolean[], boolean[]] = [[], []];
    for (const { text, original } of asked) {
      own.push(await timed(text));
      plain.push(holds(anyOf(text), original));
      exact.push(holds(await phrase(text), original));
    }
    const right = own.map((checked, i) => holds(placeOf(checked), asked[i]?.original ?? ''));
    const what = alterations === 0 ? 'as said' : `${alterations} altered`;
    rows.push(
      shareRow(group, `${what}: right turn first`, right, 'first by bm25, any word', plain),
      shareRow(group, `${what}: right turn first`, right, 'exact phrase', exact),
      shareRow(
        group,
        `${what}: and ${alterations === 0 ? '“verbatim”' : 'found'}`,
        own.map(({ verdict }, i) =>
          Boolean(
            right[i] && (alterations === 0 ? verdict === 'verbatim' : verdict !== 'not_found'),
          ),
        ),
        'exact phrase',
        exact,
      ),
    );
  }
  for (const [what, list] of [
    ['said elsewhere', foreign],
    ['words shuffled', said.map((text) => shuffled(text, next))],
  ] as const) {
    const own: Checked[] = [];
    const exact: boolean[] = [];
    for (const text of list) {
      own.push(await timed(text));
      exact.push((await phrase(text)) !== null);
    }
    // What is found word for word was said here too, and rightly found.
    const wrongly = own.map(({ verdict }) => verdict === 'altered');
    rows.push(shareRow(group, `${what}: wrongly found`, wrongly, 'exact phrase', exact));
  }
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    rows.push({ group, name: `a check, ${name}`, value: percentile(times, share), unit: 'ms' });
  }
  return rows;
}

/** Sentences evenly from all talks. */
function sample(talks: readonly Talk[], count: number, next: () => number): string[] {
  const pool = talks.flatMap((talk) => sentencesOf(talk, LEAST_WORDS, MOST_WORDS));
  return Array.from({ length: Math.min(count, pool.length) }, () => {
    const at = Math.floor(next() * pool.length);
    return pool.splice(at, 1)[0]?.text ?? '';
  });
}

function shareRow(
  group: string,
  name: string,
  hits: readonly boolean[],
  baseline: string,
  others: readonly boolean[],
): Row {
  const [low, high] = interval(hits);
  const share = (list: readonly boolean[]) =>
    list.filter(Boolean).length / Math.max(1, list.length);
  return {
    group,
    name,
    value: share(hits),
    unit: `[${low.toFixed(3)}–${high.toFixed(3)}]`,
    baseline: { name: baseline, value: share(others) },
  };
}

/** 95 % of resampled shares lie in it (percentile bootstrap, Efron 1979). */
function interval(hits: readonly boolean[]): [number, number] {
  const next = random(5);
  const shares = Array.from({ length: RESAMPLES }, () => {
    let count = 0;
    for (let i = 0; i < hits.length; i++) if (hits[Math.floor(next() * hits.length)]) count++;
    return count / Math.max(1, hits.length);
  });
  return [percentile(shares, 0.025), percentile(shares, 0.975)];
}

/** Turns by episode, in memory. */
function turnReader(talks: readonly Talk[]) {
  const byEpisode = new Map(talks.map((talk) => [talk.id, placedTurns(talk)]));
  return async (ranges: readonly TurnRange[]) =>
    [...new Set(ranges.map(({ episode }) => episode))].flatMap((episode) =>
      (byEpisode.get(episode) ?? []).filter(({ position }) =>
        ranges.some(
          (range) => range.episode === episode && range.first <= position && position <= range.last,
        ),
      ),
    );
}

/** The baseline: one FTS5 table of turns, any of the words, the first by bm25. */
function plainAnyOf(talks: readonly Talk[]): (text: string) => Place | null {
  const db = new Database(':memory:');
  db.exec('CREATE VIRTUAL TABLE turns USING fts5 (words, episode UNINDEXED, turn UNINDEXED)');
  const add = db.prepare('INSERT INTO turns VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (const { id, turns } of talks)
    for (const [turn, text] of turns.entries()) add.run(normalise(text), id, turn);
  db.exec('COMMIT');
  const find = db.prepare(
    'SELECT episode, turn FROM turns WHERE turns MATCH ? ORDER BY bm25(turns) LIMIT 1',
  );
  return (text) => {
    const words = [...new Set(forms(text))].map((form) => `"${form}"`);
    return (find.get(words.join(' OR ')) as Place | undefined) ?? null;
  };
}
