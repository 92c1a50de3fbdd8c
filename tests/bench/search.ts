import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { meilisearchIsThere } from '../contract/meilisearch-server.ts';
import type { Measured, Order } from './search-process.ts';
import { percentile, type Row } from './table.ts';

/** Some 22 million words: 2,400 hours of talk at the usual 150 words a minute. */
const SIZE = {
  turns: 360_000,
  wordsPerTurn: 62,
  vocabulary: 150_000,
  turnsPerEpisode: 400,
};
const QUERIES = 100;
const HEAP_MB = 8_192;
/** What a person takes for at once; no kind of query may take longer at p95. */
const AT_ONCE_MS = 50;

/**
 * Search on a large library: time to index, size, memory, and p50 and p95 of every kind of query, beside
 * MiniSearch. Each system has processes of its own, so that none has another's memory to carry.
 */
export async function benchSearch(corpus?: string): Promise<Row[]> {
  const work = mkdtempSync(path.join(tmpdir(), 'earmark-bench-'));
  const run = (system: Order['system'], does: Order['does']) =>
    inItsOwnProcess({
      system,
      does,
      file: path.join(work, 'search.db'),
      folder: corpus ? path.resolve(corpus) : null,
      size: SIZE,
      queries: QUERIES,
    });
  try {
    const built = await run('embedded', 'build');
    const asked = await run('embedded', 'ask');
    const embedded = { ...asked, indexS: built.indexS };
    const mini = await run('MiniSearch', 'both').catch((error: Error) => {
      console.error(`MiniSearch has no figures: ${error.message} It has ${HEAP_MB} MB.`);
      return null;
    });
    const meilisearch = meilisearchIsThere() ? await run('Meilisearch', 'both') : null;
    if (!meilisearch) {
      console.error('SKIPPED: Meilisearch; no "meilisearch" on PATH and no MEILI_HOST.');
    }
    const [turns, words] = [built.turns, built.words].map((n) => n.toLocaleString('en'));
    const group = `search in ${turns} turns, ${words} words (${QUERIES} queries a kind)`;
    return [
      ...toRows(group, 'embedded', embedded, mini),
      ...(meilisearch ? toRows(group, 'Meilisearch', meilisearch, mini) : []),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function inItsOwnProcess(order: Order): Promise<Measured> {
  console.error(`  ${order.system}: ${order.does}`);
  const child = fork(path.join(import.meta.dirname, 'search-process.ts'), [], {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`],
  });
  child.send(order);
  return new Promise((resolve, reject) => {
    child.once('message', (message: { measured: Measured } | { failed: string }) => {
      if ('measured' in message) resolve(message.measured);
      else reject(new Error(`${order.system}: ${message.failed}`));
    });
    child.once('exit', (code) => reject(new Error(`${order.system} ended with ${code}.`)));
  });
}

/** Each figure beside MiniSearch's, where it has one. */
function toRows(group: string, name: string, own: Measured, mini: Measured | null): Row[] {
  const row = (what: string, unit: string, figure: (of: Measured) => number | null): Row[] => {
    const value = figure(own);
    const beside = mini && figure(mini);
    if (value === null) return [];
    const baseline = beside === null ? {} : { baseline: { name: 'MiniSearch', value: beside } };
    return [{ group, name: `${name}: ${what}`, value, unit, ...baseline }];
  };
  const at = (p: number, times: readonly number[] | undefined) =>
    times ? percentile(times, p) : null;
  const kinds = Object.keys(own.times);
  const tooLong = ({ times }: Measured) =>
    kinds.filter((kind) => percentile(times[kind] ?? [], 0.95) > AT_ONCE_MS).length;
  return [
    ...row('building the index', 's', ({ indexS }) => indexS),
    ...row('index on disk', 'MB', ({ indexMb }) => indexMb),
    ...row('memory while it answers', 'MB', ({ memoryMb }) => memoryMb),
    ...row('made ready at the start', 'ms', ({ startMs }) => startMs),
    ...row('the first search of all', 'ms', ({ firstMs }) => firstMs),
    ...kinds.flatMap((kind) => {
      // It has no phrases: it is asked for all the words.
      const what = kind === 'phrase' ? 'phrase (MiniSearch: its words)' : kind;
      return [
        ...row(`${what}, p50`, 'ms', ({ times }) => at(0.5, times[kind])),
        ...row(`${what}, p95`, 'ms', ({ times }) => at(0.95, times[kind])),
        ...row(`${what}, p95 of processor time`, 'ms', ({ processorTimes }) =>
          at(0.95, processorTimes?.[kind]),
        ),
      ];
    }),
    ...row(`kinds of ${kinds.length} over ${AT_ONCE_MS} ms at p95`, '', tooLong),
  ];
}
