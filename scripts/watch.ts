import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ingest } from '../lib/ingest/ingest.ts';
import { filesOfName } from '../lib/ingest/read-source.ts';
import { watchFolder } from '../lib/ingest/watch-folder.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import { wire } from '../lib/wire.ts';
import { run, say, UsageError } from './console.ts';
import { describe } from './ingest-report.ts';
import { endWithParent } from './setup/abandoned.mjs';
import { tellEngines } from './tell-engines.ts';

/** `npm run watch -- DIR`: ingests what is there, then files as they arrive or change, until it is ended. */
await run(async () => {
  const [folder, ...rest] = process.argv.slice(2);
  const info = folder === undefined ? null : await stat(folder).catch(() => null);
  if (!folder || !info?.isDirectory() || rest.length > 0) {
    throw new UsageError('Usage: npm run watch -- DIR, where DIR is a folder.');
  }
  const root = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.env, root);
  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  const take = async (targets: string[]) => {
    await ingest({
      targets,
      options: { speakers: [] },
      store: earmark.store,
      model: settings.summarizer,
      allowPrivate: settings.allowPrivateUrls,
      onFile: (report) => say(describe(report)),
      onNote: say,
    });
    await tellEngines(earmark);
  };
  const watching = watchFolder(folder, async (file) => take(await filesOfName(file)));
  endWithParent();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => watching.stop());
  try {
    await take([folder]);
    say(`Watching ${folder}.`);
    await watching.ended;
  } finally {
    await earmark.close();
  }
});
