import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type MeilisearchServer, startMeilisearch } from '../contract/meilisearch-server.ts';
import { makeCorpus } from './corpus.ts';
import { readFolder } from './corpus-folder.ts';
import { makeQueries } from './search-queries.ts';
import {
  embeddedSystem,
  meilisearchSystem,
  miniSearchSystem,
  type SearchSystem,
} from './search-systems.ts';

const PER_PAGE = 20;
/** Phrases and speakers are taken from so many episodes. */
const SAMPLED_EPISODES = 8;
const MB = 1024 * 1024;

/** What one process is told: which system, on which corpus, and whether to build its index or to ask it. */
export const Order = z.object({
  system: z.enum(['embedded', 'MiniSearch', 'Meilisearch']),
  does: z.enum(['build', 'ask', 'both']),
  /** The embedded index. */
  file: z.string(),
  folder: z.string().nullable(),
  size: z.object({
    turns: z.number(),
    wordsPerTurn: z.number(),
    vocabulary: z.number(),
    turnsPerEpisode: z.number(),
  }),
  queries: z.number(),
});
export type Order = z.infer<typeof Order>;

/** What it measured: seconds, MB, and milliseconds of every query by kind. */
export interface Measured {
  turns: number;
  words: number;
  indexS: number | null;
  indexMb: number | null;
  /** Resident memory of the process that holds the index, once all was asked; null where unknown. */
  memoryMb: number | null;
  times: Record<string, number[]>;
  /** Milliseconds of processor time of the same, which a busy machine does not lengthen; null where a server answers. */
  processorTimes: Record<string, number[]> | null;
  /** Milliseconds of what the site does once at its start; null where there is nothing to do. */
  startMs: number | null;
  /** Milliseconds of the first search of all, for a mistyped word. */
  firstMs: number | null;
}

async function measure(order: Order): Promise<Measured> {
  const corpus = order.folder ? readFolder(order.folder) : makeCorpus(order.size);
  const measured: Measured = {
    turns: 0,
    words: 0,
    indexS: null,
    indexMb: null,
    memoryMb: null,
    times: {},
    processorTimes: order.system === 'Meilisearch' ? null : {},
    startMs: null,
    firstMs: null,
  };
  const server = order.system === 'Meilisearch' ? await startMeilisearch() : null;
  const system = systemOf(order, server);
  try {
    if (order.does !== 'ask') {
      let making = 0;
      const start = performance.now();
      await system.build(
        (async function* () {
          let before = performance.now();
          for (const episode of corpus.episodes()) {
            measured.turns += episode.passages.length;
            for (const { text } of episode.passages) measured.words += text.split(' ').length;
            making += performance.now() - before;
            yield episode;
            before = performance.now();
          }
        })(),
      );
      measured.indexS = (performance.now() - start - making) / 1000;
    }
    if (order.does !== 'build') {
      const passages = [];
      for (const episode of corpus.episodes()) {
        passages.push(...episode.passages);
        if (episode.episodeId === SAMPLED_EPISODES) break;
      }
      const kinds = makeQueries(corpus.words, passages, order.queries);
      const { start } = system;
      if (start) measured.startMs = (await timed(start)).ms;
      const [first] = kinds['one typo'] ?? [];
      if (first) measured.firstMs = (await timed(() => system.find(first, PER_PAGE))).ms;
      for (const [kind, asks] of Object.entries(kinds)) {
        // Nobody's first search of the day: files are in memory, code is compiled.
        for (const ask of asks.slice(0, 3)) await system.find(ask, PER_PAGE);
        const took = [];
        for (const ask of asks) took.push(await timed(() => system.find(ask, PER_PAGE)));
        measured.times[kind] = took.map(({ ms }) => ms);
        if (measured.processorTimes)
          measured.processorTimes[kind] = took.map(({ processorMs }) => processorMs);
      }
    }
    const bytes = await system.size();
    measured.indexMb = bytes === null ? null : bytes / MB;
    measured.memoryMb = server ? serverMemory(server) : process.memoryUsage.rss() / MB;
    return measured;
  } finally {
    await system.close();
    await server?.stop();
  }
}

/** How long something took, by the clock and by the processor. */
async function timed(does: () => Promise<unknown>): Promise<{ ms: number; processorMs: number }> {
  const used = process.cpuUsage();
  const began = performance.now();
  await does();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  return { ms, processorMs: (user + system) / 1000 };
}

function systemOf({ system, file }: Order, server: MeilisearchServer | null): SearchSystem {
  if (server) return meilisearchSystem(server, file);
  return system === 'MiniSearch' ? miniSearchSystem('AND') : embeddedSystem(file);
}

/** MB that the server holds; Linux tells, others do not. Pages of its memory-mapped files count. */
function serverMemory({ pid }: MeilisearchServer): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return null;
  }
}

if (process.send) {
  process.once('message', async (message) => {
    try {
      process.send?.({ measured: await measure(Order.parse(message)) });
    } catch (error) {
      process.send?.({ failed: error instanceof Error ? error.message : String(error) });
    }
    process.disconnect();
  });
}
