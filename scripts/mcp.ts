import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { libraryOf } from '../app/assistants.ts';
import { namedHosts } from '../lib/assistants/guard.ts';
import { serveOverHttp } from '../lib/assistants/over-http.ts';
import { createAssistantServer } from '../lib/assistants/server.ts';
import { keepInStep } from '../lib/search/worker.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import { type Earmark, wire } from '../lib/wire.ts';
import manifest from '../package.json';
import { run, say, UsageError } from './console.ts';
import { readArguments, USAGE } from './mcp-arguments.ts';
import { listen } from './mcp-http.ts';
import { endWithParent } from './setup/abandoned.mjs';
import { localUrlOf, readAddress } from './setup/address.mjs';

/** `npm run mcp`: serves until its client or its owner ends it. Exit 0, 1 failure, 2 wrong usage. */
await run(async () => {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted.help) {
    process.stdout.write(USAGE);
    return;
  }
  // Over stdio the client reads stdout: whatever a package may print goes to the other stream.
  console.log = console.info = console.debug = console.error;
  const root = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.env, root);
  const address = siteAddress();
  await mkdir(settings.dataDir, { recursive: true });
  await mkdir(path.dirname(settings.databaseUrl.slice('file:'.length)), { recursive: true });
  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  try {
    await earmark.embedded.prepare();
    if ((await earmark.store.countEpisodes()) === 0) {
      say(`There are no episodes in ${settings.dataDir} yet; npm run ingest brings them in.`);
    }
    const library = libraryOf(earmark, settings.publicUrl ?? localUrlOf(address));
    const stop = keepInStep(earmark);
    await (wanted.http
      ? overHttp(earmark, library, { host: address.host, port: wanted.http.port })
      : overStdio(library));
    stop();
  } finally {
    await earmark.close();
  }
});

type Library = ReturnType<typeof libraryOf>;

async function overStdio(library: Library) {
  const server = serveStdio(
    () => createAssistantServer(library, { version: manifest.version, log: say }),
    {
      onerror: ({ message }) => say(`MCP: ${message}`),
    },
  );
  await Promise.race([once(process.stdin, 'close'), once(process.stdin, 'end'), toldToStop()]);
  await server.close();
}

async function overHttp(
  { settings }: Earmark,
  library: Library,
  address: { host: string; port: number },
) {
  const { answer, close } = serveOverHttp({
    libraryFor: () => library,
    named: namedHosts(settings.publicUrl, process.env.HOST),
    version: manifest.version,
    log: say,
  });
  const server = await listen(address, answer, say);
  say(`Assistants ask at ${server.url}`);
  await toldToStop();
  await server.close();
  await close();
}

function toldToStop() {
  endWithParent();
  return Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

/** Where the site listens on this machine. */
function siteAddress() {
  try {
    return readAddress(process.env);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
