import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose } from '../../lib/ingest/compose.ts';
import { createSqliteEngine } from '../../lib/search/engines/sqlite/engine.ts';
import { drainOutbox } from '../../lib/search/sync.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { openStore } from '../../lib/store/store.ts';
import { percentile, type Row } from './table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = 9;

/** The seed from bytes to a searchable episode, step by step, beside a plain read of the same lines. */
export async function benchIngest(): Promise<Row[]> {
  const [name] = (await readdir(path.join(ROOT, 'seeds'))).filter((file) => file.endsWith('.txt'));
  if (!name) throw new Error('There is no seed to measure.');
  const location = path.join(ROOT, 'seeds', name);
  const bytes = readFileSync(location);
  const options = { speakers: [] };
  const { record } = compose({ location, bytes }, options);
  const turns = record.turns.length;

  const plain = await median(() => {
    let words = 0;
    for (const line of readFileSync(location, 'utf8').split('\n'))
      words += line.split(/\s+/).length;
    return words;
  });
  const composing = await median(() =>
    compose({ location, bytes: readFileSync(location) }, options),
  );

  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-bench-'));
  try {
    const url = `file:${path.join(folder, 'earmark.db')}`;
    await migrateDatabase(url, path.join(ROOT, 'prisma/migrations'));
    const store = openStore(url);
    const engine = createSqliteEngine({ path: path.join(folder, 'search.db') });
    await engine.prepare();
    let run = 0;
    const whole = await median(async () => {
      run++;
      const composed = compose({ location, bytes: readFileSync(location) }, options);
      await store.saveEpisode({ ...composed.record, sourceHash: `run ${run}` });
      await drainOutbox(store.outbox, engine, [engine]);
    });
    await engine.close();
    await store.close();
    const group = `ingest of the seed, ${turns} turns (median of ${RUNS})`;
    const baseline = { name: 'plain read and split', value: turns / (plain / 1000) };
    return [
      {
        group,
        name: 'parse, time, understand',
        value: turns / (composing / 1000),
        unit: 'turns/s',
        baseline,
      },
      {
        group,
        name: 'and store and index',
        value: turns / (whole / 1000),
        unit: 'turns/s',
        baseline,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function median(work: () => unknown): Promise<number> {
  await work();
  const took: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return percentile(took, 0.5);
}
