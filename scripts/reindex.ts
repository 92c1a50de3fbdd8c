import path from 'node:path';
import { EngineUnavailable } from '../lib/search/engine.ts';
import { rebuild } from '../lib/search/sync.ts';
import { readSettings } from '../lib/settings.ts';
import { wire } from '../lib/wire.ts';
import { run, say } from './console.ts';

/** Builds every search index anew from the database, while the site serves from the old one. */
await run(async () => {
  const earmark = wire(readSettings(process.env, path.join(import.meta.dirname, '..')));
  let failed = 0;
  try {
    for (const engine of earmark.engines) {
      const start = Date.now();
      try {
        await engine.prepare();
        await rebuild(earmark.store.outbox, engine, (done, of) => {
          if (done % 100 === 0 || done === of) say(`${engine.name}: ${done} of ${of} episodes`);
        });
        say(`${engine.name}: rebuilt in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error;
        failed++;
        say(error.message);
      }
    }
  } finally {
    await earmark.close();
  }
  return failed > 0 ? 1 : 0;
});
