import { earmark } from '@/lib/wire';
import manifest from '@/package.json';
import { refuse } from '../answer';

/** 503 only when the database cannot be read; "degraded" where a configured engine is away or behind. */
export async function GET() {
  try {
    const { store, searcher } = earmark();
    const [episodes, state] = await Promise.all([store.countEpisodes(), searcher.check()]);
    const { episodeIds } = await store.outbox.pendingFor(state.engine);
    return Response.json({
      status: state.degraded === null ? 'ok' : 'degraded',
      engine: state.engine,
      episodes,
      pendingIndexing: episodeIds.length,
      version: manifest.version,
      ...(state.degraded === null ? {} : { message: state.degraded }),
    });
  } catch (error) {
    console.error(error);
    return refuse('unavailable', 'The database cannot be read; see the server’s log.');
  }
}
