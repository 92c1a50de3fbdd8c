import { EngineUnavailable } from '../lib/search/engine.ts';
import { drainOutbox } from '../lib/search/sync.ts';
import type { Earmark } from '../lib/wire.ts';
import { say } from './console.ts';

/** The episodes are safe in the database; an engine that is away now is told by the site later. */
export async function tellEngines({ store, engines }: Earmark): Promise<void> {
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
