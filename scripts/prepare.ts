import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { ingest } from '../lib/ingest/ingest.ts';
import { isTranscriptName } from '../lib/ingest/read-source.ts';
import { EngineUnavailable } from '../lib/search/engine.ts';
import { drainOutbox, reconcile } from '../lib/search/sync.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import { wire } from '../lib/wire.ts';
import { run, say } from './console.ts';

/** Everything between an installed checkout and a site that can be built: database, seeds, index. */
await run(async () => {
  const root = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.env, root);
  await mkdir(settings.dataDir, { recursive: true });
  await mkdir(path.dirname(settings.databaseUrl.slice('file:'.length)), { recursive: true });

  const { applied } = await migrateDatabase(
    settings.databaseUrl,
    path.join(root, 'prisma/migrations'),
  );
  if (applied.length > 0) say(`Database: ${applied.length} migration(s) applied.`);

  const earmark = wire(settings);
  try {
    const reports = await ingest({
      targets: await seeds(path.join(root, 'seeds')),
      options: { speakers: [] },
      store: earmark.store,
    });
    for (const report of reports) {
      if (report.outcome === 'refused') say(`Refused: ${report.error}`);
      else if ('slug' in report && report.outcome !== 'same') {
        say(`Ingested ${report.slug} (${report.outcome}).`);
      }
    }
    for (const engine of earmark.engines) {
      try {
        await engine.prepare();
        await drainOutbox(earmark.store.outbox, engine, earmark.engines);
        const { replaced, removed } = await reconcile(earmark.store.outbox, engine);
        if (replaced + removed > 0) say(`Index (${engine.name}): ${replaced} episode(s) mended.`);
      } catch (error) {
        if (!(error instanceof EngineUnavailable) || engine === earmark.embedded) throw error;
        say(`${error.message} The site answers from the embedded index until it can be reached.`);
      }
    }
  } finally {
    await earmark.close();
  }
});

/** The transcripts in `seeds/` itself; its folders are for those who ask for them. */
async function seeds(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isTranscriptName(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .sort();
}
