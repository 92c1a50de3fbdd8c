import { z } from 'zod';
import { EngineUnavailable } from '../../engine.ts';
import { guard } from './guard.ts';

const HINT =
  ' Meilisearch asks no private address unless it is started with --experimental-allowed-ip-networks.';

/** What Meilisearch says of a failed task, and, one deeper, of a refused request. */
const Said = z.object({ code: z.literal('vector_embedding_error'), message: z.string() });
const Refusal = z.union([Said, z.object({ cause: Said }).transform(({ cause }) => cause)]);

/** Runs what talks to the server; where the embedder is at fault its owner reads what it said. */
export async function explained<T>(talk: () => Promise<T>): Promise<T> {
  try {
    return await guard(talk);
  } catch (error) {
    const said = error instanceof EngineUnavailable ? Refusal.safeParse(error.cause) : null;
    if (!said?.success) throw error;
    const message = said.data.message.replace(/\s+/g, ' ');
    const hint = /rejected uri/i.test(message) ? HINT : '';
    throw new EngineUnavailable(`SEARCH_EMBEDDER does not work: ${message}.${hint}`, {
      cause: error,
    });
  }
}
