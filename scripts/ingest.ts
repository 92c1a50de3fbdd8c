import path from 'node:path';
import { type FileReport, ingest } from '../lib/ingest/ingest.ts';
import { IngestOptions } from '../lib/ingest/options.ts';
import { ownRecording } from '../lib/ingest/own-recording.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import { wire } from '../lib/wire.ts';
import { run, say } from './console.ts';
import { readArguments, USAGE } from './ingest-arguments.ts';
import { toDocument } from './ingest-document.ts';
import { explain } from './ingest-explanation.ts';
import { describe, tally } from './ingest-report.ts';
import { tellEngines } from './tell-engines.ts';

/** `npm run ingest -- FILE|DIR|URL… [options]`: exit 0 all in, 1 something was refused, 2 wrong usage. */
await run(async () => {
  const given = readArguments(process.argv.slice(2));
  const { targets, options, mediaPath, captions, chapters, dryRun, json, explained, help } = given;
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const root = path.join(import.meta.dirname, '..');
  const onFile = (report: FileReport, done: number, of: number) => {
    const place = of > 1 ? `[${done}/${of}] ` : '';
    say(`${place}${describe(report)}`);
  };
  const settings = readSettings(process.env, root);
  const request = {
    targets,
    options: IngestOptions.parse({
      ...options,
      ...(mediaPath !== undefined && (await ownRecording(settings.mediaDir, mediaPath))),
    }),
    captions,
    chapters,
    onFile,
    onNote: say,
    isStopped: () => stopped,
    model: settings.summarizer,
    allowPrivate: settings.allowPrivateUrls,
  };
  let stopped = false;
  // A second one ends it as usual.
  process.once('SIGINT', () => {
    stopped = true;
    say('Stopping after this file.');
  });
  const finish = (reports: FileReport[]): number => {
    if (json) process.stdout.write(`${JSON.stringify(toDocument(reports, explained), null, 2)}\n`);
    else if (explained) process.stdout.write(explain(reports));
    if (reports.length > 1) say(tally(reports));
    if (stopped) {
      say('Stopped: these are in. The same command goes on where this one ended.');
      return 130;
    }
    return reports.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
  };
  if (dryRun) return finish(await ingest({ ...request, store: null }));

  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  try {
    const reports = await ingest({
      ...request,
      store: earmark.store,
      composeAll: json || explained,
    });
    await tellEngines(earmark);
    return finish(reports);
  } finally {
    await earmark.close();
  }
});
