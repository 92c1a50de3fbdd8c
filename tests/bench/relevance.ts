import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { meilisearchIsThere, startMeilisearch } from '../contract/meilisearch-server.ts';
import { bareMeilisearchSystem } from './bare-meilisearch.ts';
import { bootstrap, type Estimate } from './bootstrap.ts';
import { makeCorpus, random } from './corpus.ts';
import { readFolder } from './corpus-folder.ts';
import { GOLD_DIR } from './gold.ts';
import { KNOWN_CLASSES, type KnownClass, type KnownItem, knownItems } from './known-items.ts';
import { plainFts5System } from './plain-fts5.ts';
import {
  embeddedSystem,
  meilisearchSystem,
  miniSearchSystem,
  type SearchSystem,
} from './search-systems.ts';
import type { Row } from './table.ts';

const SEED = 2006;
const QUERIES = 300;
const DEPTH = 10;
/** Without real text: made-up speech. */
const MADE_UP = { turns: 20_000, wordsPerTurn: 62, vocabulary: 60_000, turnsPerEpisode: 200 };

type Scores = Record<'success@1' | 'success@10' | 'MRR@10', Estimate>;

/** Finding again what one remembers, exactly and not: Earmark beside plain FTS5, MiniSearch and Meilisearch. */
export async function benchRelevance(folder?: string): Promise<Row[]> {
  const real = folder ?? (existsSync(GOLD_DIR) ? GOLD_DIR : null);
  const corpus = real ? readFolder(path.resolve(real)) : makeCorpus(MADE_UP);
  const passages = [...corpus.episodes()].flatMap((episode) => episode.passages);
  const items = knownItems(passages, QUERIES, random(SEED));
  if (KNOWN_CLASSES.some((name) => items[name].length === 0))
    throw new Error('The corpus has no passage that can be told from others.');
  const kind = real ? 'passages of transcripts' : 'made-up passages';
  const group = (name: KnownClass) =>
    `relevance, ${name}: ${items[name].length} known items in ${passages.length.toLocaleString('en')} ${kind}`;

  const work = mkdtempSync(path.join(tmpdir(), 'earmark-bench-'));
  const server = meilisearchIsThere() ? await startMeilisearch() : null;
  if (!server) console.error('SKIPPED: Meilisearch; no "meilisearch" on PATH and no MEILI_HOST.');
  const file = path.join(work, 'search.db');
  const systems = [
    plainFts5System('AND'),
    plainFts5System('OR'),
    miniSearchSystem('OR'),
    embeddedSystem(file),
    ...(server ? [bareMeilisearchSystem(server), meilisearchSystem(server, file)] : []),
  ];
  const scores = new Map<string, Record<KnownClass, Scores>>();
  try {
    for (const system of systems) {
      console.error(`  ${system.name}`);
      await system.build(
        (async function* () {
          yield* corpus.episodes();
        })(),
      );
      scores.set(system.name, await score(system, items));
    }
  } finally {
    for (const system of systems) await system.close();
    await server?.stop();
    rmSync(work, { recursive: true, force: true });
  }
  const [baseline = ''] = scores.keys();
  return KNOWN_CLASSES.flatMap((name) =>
    [...scores].flatMap(([system, own]) =>
      (['success@1', 'MRR@10', 'success@10'] as const).map((measure): Row => {
        const { mean, interval } = own[name][measure];
        const beside = scores.get(baseline)?.[name][measure].mean;
        return {
          group: group(name),
          name: `${system}: ${measure}`,
          value: mean,
          unit: '',
          interval,
          ...(system !== baseline &&
            beside !== undefined && { baseline: { name: baseline, value: beside } }),
        };
      }),
    ),
  );
}

async function score(
  system: SearchSystem,
  items: Record<KnownClass, readonly KnownItem[]>,
): Promise<Record<KnownClass, Scores>> {
  const classes = {} as Record<KnownClass, Scores>;
  for (const name of KNOWN_CLASSES) {
    /** Where the first correct passage stands, from 1; 0 where none of the first ten is correct. */
    const ranks: number[] = [];
    for (const { query, passages } of items[name]) {
      const found = await system.find({ text: query, fuzzy: true }, DEPTH);
      ranks.push(found.findIndex((id) => passages.has(id)) + 1);
    }
    const estimate = (value: (rank: number) => number) => bootstrap(ranks.map(value), random(SEED));
    classes[name] = {
      'success@1': estimate((rank) => (rank === 1 ? 1 : 0)),
      'success@10': estimate((rank) => (rank > 0 ? 1 : 0)),
      'MRR@10': estimate((rank) => (rank > 0 ? 1 / rank : 0)),
    };
  }
  return classes;
}
