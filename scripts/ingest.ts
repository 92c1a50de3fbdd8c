import path from 'node:path';
import { type FileReport, ingest } from '../lib/ingest/ingest.ts';
import { IngestOptions } from '../lib/ingest/options.ts';
import { EngineUnavailable } from '../lib/search/engine.ts';
import { drainOutbox } from '../lib/search/sync.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import { type Earmark, wire } from '../lib/wire.ts';
import { run, say } from './console.ts';
import { readArguments, USAGE } from './ingest-arguments.ts';
import { toDocument } from './ingest-document.ts';

/** `npm run ingest -- FILE|DIR|URL… [options]`: exit 0 all in, 1 something was refused, 2 wrong usage. */
await run(async () => {
  const { targets, options, captions, dryRun, json, help } = readArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const root = path.join(import.meta.dirname, '..');
  const onFile = (report: FileReport, done: number, of: number) => {
    const place = of > 1 ? `[${done}/${of}] ` : '';
    say(`${place}${describe(report)}`);
  };
  const request = { targets, options: IngestOptions.parse(options), captions, onFile };
  if (dryRun) return finish(await ingest({ ...request, store: null }), json);

  const settings = readSettings(process.env, root);
  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  try {
    const reports = await ingest({ ...request, store: earmark.store, composeAll: json });
    await tellEngines(earmark);
    return finish(reports, json);
  } finally {
    await earmark.close();
  }
});

function describe(report: FileReport): string {
  if (report.outcome === 'refused') return `refused  ${report.error}`;
  const warnings = report.composed?.record.warnings ?? [];
  const notes = warnings.map(({ line, message }) => `\n         line ${line}: ${message}`).join('');
  const turns = report.composed ? `, ${report.composed.record.turns.length} turns` : '';
  return `${report.outcome.padEnd(8)} ${report.path} → ${report.slug}${turns}${notes}`;
}

function finish(reports: FileReport[], json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify(toDocument(reports), null, 2)}\n`);
  return reports.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
}

/** The episodes are safe in the database; an engine that is away now is told by the site later. */
async function tellEngines({ store, engines }: Earmark): Promise<void> {
  for (const engine of engines) {
    try {
      await engine.prepare();
      await drainOutbox(store.outbox, engine, engines);
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      say(`${error.message} It will be told when it is back.`);
    }
  }
}
