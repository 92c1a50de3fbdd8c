import type { Store } from '../store/store.ts';
import { EngineUnavailable, type SearchEngine } from './engine.ts';
import { drainOutbox, reconcile } from './sync.ts';

/** How often the outbox is looked at, in milliseconds: what another process wrote is found this soon. */
const EVERY_MS = 2_000;
/** How often an engine is compared with the store: one that was emptied behind our back is mended this soon. */
const COMPARED_MS = 15_000;
/** After a failure an engine is left alone for this long, doubling up to the limit. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 30_000;

interface Parts {
  store: Pick<Store, 'outbox'>;
  engines: readonly SearchEngine[];
}

/**
 * Keeps every engine in step with the store for as long as the process lives: reconciles at the
 * start, after each failure and now and then, then follows the outbox. Returns what stops it.
 */
export function keepInStep({ store, engines }: Parts): () => void {
  const stops = engines.map((engine) => follow(engine, engines, store.outbox));
  return () => {
    for (const stop of stops) stop();
  };
}

function follow(engine: SearchEngine, engines: readonly SearchEngine[], outbox: Store['outbox']) {
  let comparedAt = -Infinity;
  let pause = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout>;
  const turn = async () => {
    let next = EVERY_MS;
    try {
      if (performance.now() - comparedAt > COMPARED_MS) {
        await engine.prepare();
        await reconcile(outbox, engine);
        comparedAt = performance.now();
        pause = FIRST_PAUSE_MS;
      }
      await drainOutbox(outbox, engine, engines);
    } catch (error) {
      comparedAt = -Infinity;
      next = pause;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      const message = error instanceof Error ? error.message : String(error);
      console.error(
        `${engine.name}: ${message}${error instanceof EngineUnavailable ? '' : ' (unforeseen)'}`,
      );
    }
    schedule(next);
  };
  const schedule = (ms: number) => {
    timer = setTimeout(turn, ms);
    timer.unref();
  };
  schedule(0);
  return () => clearTimeout(timer);
}
