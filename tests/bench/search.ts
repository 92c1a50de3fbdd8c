import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MiniSearch from 'minisearch';
import type { SearchEngine } from '../../lib/search/engine.ts';
import { createMeilisearchEngine } from '../../lib/search/engines/meilisearch/engine.ts';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { meilisearchIsThere, startMeilisearch } from '../contract/meilisearch-server.ts';
import { type Corpus, makeCorpus } from './corpus.ts';
import { makeQueries, type QueryKinds } from './search-queries.ts';
import { percentile, type Row } from './table.ts';

const SIZE = { turns: 200_000, wordsPerTurn: 45, vocabulary: 50_000, turnsPerEpisode: 400 };
const QUERIES = 60;
const PER_PAGE = 20;

type Times = Record<string, number[]>;

/** Search on a large library: time to index, and p50 and p95 of six kinds of queries, beside MiniSearch. */
export async function benchSearch(turns = SIZE.turns): Promise<Row[]> {
  const corpus = makeCorpus({ ...SIZE, turns });
  const [first] = corpus.episodes();
  const queries = makeQueries(corpus.words, first?.passages.map(({ text }) => text) ?? [], QUERIES);
  const group = `search in ${turns.toLocaleString('en')} turns`;

  const mini = await timeMiniSearch(corpus, queries);
  const folder = mkdtempSync(path.join(tmpdir(), 'earmark-bench-'));
  const rows: Row[] = [];
  try {
    const file = path.join(folder, 'search.db');
    const embedded = createSqliteEngine({ path: file });
    const took = await timeEngine(embedded, corpus, queries);
    await embedded.close();
    rows.push(...toRows(group, 'embedded', took, mini));
    rows.push({
      group,
      name: 'embedded: index',
      value: statSync(file).size / 1024 / 1024,
      unit: 'MB',
    });
    if (meilisearchIsThere()) {
      const server = await startMeilisearch();
      try {
        const engine = createMeilisearchEngine({ ...server, prefix: `bench_${process.pid}_` });
        rows.push(...toRows(group, 'Meilisearch', await timeEngine(engine, corpus, queries), mini));
      } finally {
        await server.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

async function timeEngine(engine: SearchEngine, corpus: Corpus, queries: QueryKinds) {
  const start = performance.now();
  await engine.rebuild(
    (async function* () {
      yield* corpus.episodes();
    })(),
  );
  const indexMs = performance.now() - start;
  const times: Times = {};
  for (const [kind, list] of Object.entries(queries)) {
    times[kind] = [];
    const typing = kind.startsWith('prefix');
    await engine.search(parseQuery(list[0] ?? '', { typing }), { page: 1, perPage: PER_PAGE });
    for (const q of list) {
      const began = performance.now();
      await engine.search(parseQuery(q, { typing }), { page: 1, perPage: PER_PAGE });
      times[kind].push(performance.now() - began);
    }
  }
  return { indexMs, times };
}

/** MiniSearch as its guide has it: in memory, all words, prefix and typos by option; it has no phrases. */
async function timeMiniSearch(corpus: Corpus, queries: QueryKinds) {
  const mini = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], storeFields: [] });
  const start = performance.now();
  for (const { passages } of corpus.episodes())
    mini.addAll(passages.map(({ id, text }) => ({ id, text })));
  const indexMs = performance.now() - start;
  const times: Times = {};
  for (const [kind, list] of Object.entries(queries)) {
    const options = {
      combineWith: 'AND' as const,
      prefix: kind.startsWith('prefix'),
      fuzzy: kind === 'one typo' ? 0.2 : false,
    };
    mini.search(list[0] ?? '', options);
    times[kind] = list.map((q) => {
      const began = performance.now();
      mini.search(q.replaceAll('"', ''), options).slice(0, PER_PAGE);
      return performance.now() - began;
    });
  }
  return { indexMs, times };
}

type Timed = Awaited<ReturnType<typeof timeEngine>>;

function toRows(group: string, name: string, own: Timed, mini: Timed): Row[] {
  const rows: Row[] = [
    {
      group,
      name: `${name}: building the index`,
      value: own.indexMs / 1000,
      unit: 's',
      baseline: { name: 'MiniSearch', value: mini.indexMs / 1000 },
    },
  ];
  for (const [kind, times] of Object.entries(own.times)) {
    for (const [label, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const words =
        kind === 'phrase' ? 'MiniSearch (all the words; it has no phrases)' : 'MiniSearch';
      rows.push({
        group,
        name: `${name}: ${kind}, ${label}`,
        value: percentile(times, share),
        unit: 'ms',
        baseline: { name: words, value: percentile(mini.times[kind] ?? [], share) },
      });
    }
  }
  return rows;
}
