import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { TranscriptError } from '../transcript/transcript.ts';
import { type Composed, compose } from './compose.ts';
import type { Answer, Order } from './compose-thread.ts';

/** Whoever composes transcripts: here, or in threads beside the one that stores. */
export interface Composers {
  /** How many are worth having under way. */
  most: number;
  /** @throws what `compose` throws. */
  compose(order: Order): Promise<Composed>;
  close(): Promise<void>;
}

/** Each holds some hundred megabytes. */
const MOST_THREADS = 4;

export const composeHere: Composers = {
  most: 1,
  compose: async ({ source, options, captions }) => compose(source, options, captions),
  close: async () => {},
};

/**
 * Threads, one for each of the machine's processors: storing leaves its own idle for most of the time. On two
 * processors 48 episodes of 9,000 words took 35 s with two threads, 43 s with one and 56 s without.
 */
export function composeInThreads(
  count = Math.min(MOST_THREADS, availableParallelism()),
): Composers {
  const threads = Array.from({ length: count }, () => openThread());
  return {
    most: count + 1,
    compose: (order) => {
      const [free] = [...threads].sort((a, b) => a.waiting() - b.waiting());
      if (!free) throw new RangeError('There is no thread to compose in.');
      return free.compose(order);
    },
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()));
    },
  };
}

interface Waiting {
  resolve: (composed: Composed) => void;
  reject: (error: Error) => void;
}

function openThread() {
  const worker = new Worker(new URL('./compose-thread.mjs', import.meta.url));
  // A thread answers in the order in which it was asked.
  const waiting: Waiting[] = [];
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if ('composed' in answer) asked?.resolve(answer.composed);
    else if ('refused' in answer) asked?.reject(new TranscriptError(answer.refused, answer.line));
    else asked?.reject(new Error(answer.failed));
  });
  worker.on('error', (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    waiting: () => waiting.length,
    compose: (order: Order) =>
      new Promise<Composed>((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(order);
      }),
    close: () => worker.terminate(),
  };
}
