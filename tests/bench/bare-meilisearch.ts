import { Meilisearch } from 'meilisearch';
import { normalise } from '../../lib/search/normalise.ts';
import type { MeilisearchServer } from '../contract/meilisearch-server.ts';
import type { SearchSystem } from './search-systems.ts';

const WAIT_MS = 600_000;
const BATCH = 20_000;

/**
 * Meilisearch by itself, as its guide has it: its own settings, one field. It is given normalised words,
 * as the other baselines are.
 */
export function bareMeilisearchSystem(server: MeilisearchServer): SearchSystem {
  const client = new Meilisearch({
    host: server.host,
    ...(server.apiKey && { apiKey: server.apiKey }),
  });
  const index = client.index<{ id: string; text: string }>(`bare_${process.pid}`);
  const settle = async (task: {
    waitTask(wait: { timeout: number }): Promise<{ status: string }>;
  }) => {
    const { status } = await task.waitTask({ timeout: WAIT_MS });
    if (status !== 'succeeded')
      throw new Error(`Meilisearch did not take the passages (${status}).`);
  };
  return {
    name: 'Meilisearch by itself',
    async build(episodes) {
      let batch: { id: string; text: string }[] = [];
      const send = async () => {
        await settle(index.addDocuments(batch, { primaryKey: 'id' }));
        batch = [];
      };
      for await (const { passages } of episodes) {
        for (const { id, text } of passages) batch.push({ id, text: normalise(text) });
        if (batch.length >= BATCH) await send();
      }
      await send();
    },
    async find({ text, page = 1 }, perPage) {
      const { hits } = await index.search(text, { hitsPerPage: perPage, page });
      return hits.map(({ id }) => id);
    },
    size: async () => null,
    close: () => settle(index.delete()),
  };
}
