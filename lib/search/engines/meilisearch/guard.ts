import {
  type EnqueuedTaskPromise,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
} from 'meilisearch';
import { z } from 'zod';
import { EngineUnavailable } from '../../engine.ts';

/** Bulk work waits in the server's queue; this long is patient, in milliseconds. */
const TASK_PATIENCE_MS = 600_000;

/** Runs what talks to the server; whatever goes wrong there becomes one sentence. @throws EngineUnavailable. */
export async function guard<T>(talk: () => Promise<T>): Promise<T> {
  try {
    return await talk();
  } catch (error) {
    if (error instanceof EngineUnavailable) throw error;
    const sentence = explain(error);
    if (sentence === null) throw error;
    throw new EngineUnavailable(sentence, { cause: error });
  }
}

/** Waits until a task is done. The client resolves failed ones too. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: TASK_PATIENCE_MS });
  if (status === 'succeeded') return;
  throw new EngineUnavailable(`Meilisearch could not do its work (${error?.code ?? status}).`, {
    cause: error,
  });
}

export const isMissingIndex = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';

/** The client wraps its own time-out once more. */
const isTimeOut = (cause: unknown): boolean =>
  cause instanceof MeilisearchRequestTimeOutError ||
  (cause instanceof Error && /^(Abort|Timeout)Error$/.test(cause.name));

/** Null for defects of our own. */
function explain(error: unknown): string | null {
  if (isMissingIndex(error)) return 'Meilisearch has not been filled yet.';
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    if (status === 401 || status === 403) return 'Meilisearch refuses the key in MEILI_API_KEY.';
    return `Meilisearch answers with an error (${error.cause?.code ?? status}).`;
  }
  if (
    error instanceof MeilisearchRequestTimeOutError ||
    error instanceof MeilisearchTaskTimeOutError
  ) {
    return 'Meilisearch does not answer in time.';
  }
  if (error instanceof MeilisearchRequestError) {
    return isTimeOut(error.cause)
      ? 'Meilisearch does not answer in time.'
      : 'Meilisearch cannot be reached.';
  }
  if (error instanceof SyntaxError || error instanceof z.ZodError) {
    return 'What answers at MEILI_HOST is not Meilisearch, or not one that Earmark knows.';
  }
  return null;
}
