import { parentPort } from 'node:worker_threads';
import { TranscriptError } from '../transcript/transcript.ts';
import { type Composed, compose, type Source } from './compose.ts';
import type { IngestOptions } from './options.ts';

export interface Order {
  source: Source;
  options: IngestOptions;
  captions: Source | undefined;
}

export type Answer =
  | { composed: Composed }
  | { refused: string; line: number | null }
  /** A defect of ours, with its stack. */
  | { failed: string };

/** A thread that composes one transcript after the other. */
parentPort?.on('message', ({ source, options, captions }: Order) => {
  parentPort?.postMessage(answerTo(() => compose(source, options, captions)));
});

function answerTo(work: () => Composed): Answer {
  try {
    return { composed: work() };
  } catch (error) {
    if (error instanceof TranscriptError) return { refused: error.message, line: error.line };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
