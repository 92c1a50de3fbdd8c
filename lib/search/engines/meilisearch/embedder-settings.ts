import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import type { Embedder } from '../../../embedder.ts';
import { PASSAGE_SETTINGS } from './settings.ts';

/** The embedder's name in Meilisearch's settings. */
export const EMBEDDER = 'earmark';

/** Meilisearch gives up before a reader does, and says why. */
const CUTOFF_MS = 450;

/** Of an index that is searched by meaning alone. */
export const MEANING_SETTINGS: Settings = {
  ...PASSAGE_SETTINGS,
  // Nobody searches words here.
  searchableAttributes: [],
  rankingRules: ['words'],
  searchCutoffMs: CUTOFF_MS,
};

/** Equal where equal texts have equal vectors. */
export function fingerprint(embedder: Embedder): string {
  const making = { ...embedder, ...blank(changeable(embedder)) };
  return createHash('sha256').update(JSON.stringify(making)).digest('hex').slice(0, 8);
}

const blank = (fields: object) =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, undefined]));

/** What of an embedder leaves its vectors as they are; null takes back what was said before. */
export function changeable(embedder: unknown): Record<string, unknown> {
  const { source, apiKey, headers, distribution } = (embedder ?? {}) as Record<string, unknown>;
  return {
    distribution: distribution ?? null,
    ...(source !== 'huggingFace' && { apiKey: apiKey ?? null }),
    ...(source === 'rest' && { headers: headers ?? {} }),
  };
}
