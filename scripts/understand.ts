import path from 'node:path';
import { parseArgs } from 'node:util';
import { understandAgain } from '../lib/ingest/understand-again.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import { UNDERSTANDING_VERSION } from '../lib/understanding/understand.ts';
import { wire } from '../lib/wire.ts';
import { run, say, UsageError } from './console.ts';
import { tellEngines } from './tell-engines.ts';

const USAGE = `Usage: npm run understand -- [SLUG…] [--all]

Makes sections, titles, summaries, quotes and topics anew from the stored transcripts: of the named
episodes, of --all, or else of those that an older version of Earmark has read. What the owner
pinned, rejected or renamed stays.
`;

/** `npm run understand`: exit 0 when all were done, 1 when an episode was not there, 2 wrong usage. */
await run(async () => {
  const { values, positionals } = readArguments(process.argv.slice(2));
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const root = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.env, root);
  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  try {
    const every = values.all ? Number.MAX_SAFE_INTEGER : UNDERSTANDING_VERSION;
    const slugs =
      positionals.length > 0 ? positionals : await earmark.store.episodesReadBefore(every);
    let missing = 0;
    for (const [i, slug] of slugs.entries()) {
      if (!(await earmark.store.isSlug('episode', slug))) {
        say(`There is no episode “${slug}”.`);
        missing++;
        continue;
      }
      const { notes, lost } = await understandAgain(earmark.store, slug, settings.summarizer);
      say(`[${i + 1}/${slugs.length}] ${slug}`);
      for (const note of notes) say(`         ${note}`);
      for (const { kind, words } of lost) say(`         No longer there (${kind}): “${words}”`);
    }
    if (slugs.length === 0) say('Every episode was read by this version; --all does them again.');
    await tellEngines(earmark);
    return missing > 0 ? 1 : 0;
  } finally {
    await earmark.close();
  }
});

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { all: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
