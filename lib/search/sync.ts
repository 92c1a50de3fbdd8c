import { setImmediate as breathe } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import type { SearchEngine } from './engine.ts';
import { indexEpisode, indexVersion } from './index-episode.ts';

type Outbox = Store['outbox'];

// An embedded database answers without ever letting go of the thread, which also serves pages: between
// two episodes these have their turn (`breathe`).

/** Where more than this share of an index is missing or outdated, it is built anew. */
const MOSTLY = 0.5;

/** What a synchronisation did, in episodes. */
export interface SyncReport {
  replaced: number;
  removed: number;
}

/**
 * Tells an engine what the outbox holds for it and the engine has not yet. Safe to repeat and to run in
 * two processes at once: each episode is replaced as a whole, and the cursor moves only after the engine
 * has confirmed.
 * @throws EngineUnavailable and leaves the outbox as it is.
 */
export async function drainOutbox(
  outbox: Outbox,
  engine: SearchEngine,
  engines: readonly SearchEngine[],
): Promise<SyncReport> {
  // Read first: what is written from here on has a later entry, and is told again.
  const { lastSeq } = await outbox.pendingFor(engine.name);
  if (lastSeq === 0) return { replaced: 0, removed: 0 };
  const report = await reconcile(outbox, engine);
  await outbox.advance(
    engine.name,
    lastSeq,
    engines.map(({ name }) => name),
  );
  return report;
}

/**
 * Compares what an engine holds with what is stored and mends the difference: an engine that is
 * new, was emptied, or was filled by an older version comes back in step, and ghosts go.
 * @throws EngineUnavailable; what was mended until then stays mended.
 */
export async function reconcile(
  outbox: Outbox,
  engine: SearchEngine,
  onEpisode?: (done: number, of: number) => void,
): Promise<SyncReport> {
  const report = { replaced: 0, removed: 0 };
  const [held, stored] = await Promise.all([engine.contents(), outbox.versions()]);
  for (const id of held.keys()) {
    if (stored.has(id)) continue;
    await engine.removeEpisode(id);
    report.removed++;
  }
  const stale = [...stored].filter(([id, version]) => held.get(id) !== indexVersion(version));
  if (stale.length > 1 && stale.length > stored.size * MOSTLY) {
    // As a whole, so that nobody searches a part of it, nor two versions side by side.
    report.replaced = await build(outbox, engine, onEpisode);
    return report;
  }
  for (const [i, [id]] of stale.entries()) {
    await tell(outbox, engine, id, report);
    onEpisode?.(i + 1, stale.length);
  }
  return report;
}

/** Builds the whole index anew while searches go on in the old one. @throws EngineUnavailable. */
export async function rebuild(
  outbox: Outbox,
  engine: SearchEngine,
  onEpisode?: (done: number, of: number) => void,
): Promise<void> {
  await build(outbox, engine, onEpisode);
  // What changed while the new index was being built.
  await reconcile(outbox, engine);
}

async function build(
  outbox: Outbox,
  engine: SearchEngine,
  onEpisode?: (done: number, of: number) => void,
): Promise<number> {
  const ids = [...(await outbox.versions()).keys()];
  async function* episodes() {
    for (const [i, id] of ids.entries()) {
      await breathe();
      const episode = await outbox.episode(id);
      if (episode) yield indexEpisode(episode);
      onEpisode?.(i + 1, ids.length);
    }
  }
  await engine.rebuild(episodes());
  return ids.length;
}

async function tell(outbox: Outbox, engine: SearchEngine, id: number, report: SyncReport) {
  await breathe();
  const episode = await outbox.episode(id);
  if (episode) {
    await engine.replaceEpisode(indexEpisode(episode));
    report.replaced++;
  } else {
    await engine.removeEpisode(id);
    report.removed++;
  }
}
