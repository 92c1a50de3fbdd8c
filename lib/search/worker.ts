import type { Store } from '../store/store.ts';
import { EngineUnavailable, type SearchEngine } from './engine.ts';
import { drainOutbox, reconcile } from './sync.ts';

/** Milliseconds between one thing and the next. */
export interface Pace {
  /** How often the outbox is looked at. */
  every: number;
  /** How often an engine is compared with the store. */
  compared: number;
  /** After a failure an engine is left alone for so long, doubling up to the longest. */
  firstPause: number;
  longestPause: number;
}

/**
 * What another process wrote is found within two seconds, an engine that was emptied behind our back
 * is mended within fifteen.
 */
const PACE: Pace = { every: 2_000, compared: 15_000, firstPause: 5_000, longestPause: 30_000 };

interface Parts {
  store: Pick<Store, 'outbox'>;
  engines: readonly SearchEngine[];
  pace?: Pace;
}

/**
 * Keeps every engine in step with the store for as long as the process lives: reconciles at the
 * start, after each failure and now and then, then follows the outbox. Returns what stops it.
 */
export function keepInStep({ store, engines, pace = PACE }: Parts): () => void {
  const stops = engines.map((engine) => follow(engine, engines, store.outbox, pace));
  return () => {
    for (const stop of stops) stop();
  };
}

function follow(
  engine: SearchEngine,
  engines: readonly SearchEngine[],
  outbox: Store['outbox'],
  pace: Pace,
) {
  let comparedAt = -Infinity;
  let pause = pace.firstPause;
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const turn = async () => {
    let next = pace.every;
    try {
      if (performance.now() - comparedAt > pace.compared) {
        await engine.prepare();
        await reconcile(outbox, engine);
        comparedAt = performance.now();
        pause = pace.firstPause;
      }
      await drainOutbox(outbox, engine, engines);
    } catch (error) {
      if (stopped) return;
      comparedAt = -Infinity;
      next = pause;
      pause = Math.min(pause * 2, pace.longestPause);
      const message = error instanceof Error ? error.message : String(error);
      console.error(
        `${engine.name}: ${message}${error instanceof EngineUnavailable ? '' : ' (unforeseen)'}`,
      );
    }
    schedule(next);
  };
  const schedule = (ms: number) => {
    if (stopped) return;
    timer = setTimeout(turn, ms);
    timer.unref();
  };
  schedule(0);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
