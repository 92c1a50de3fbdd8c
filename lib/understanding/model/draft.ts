import type { SummaryPoint } from '../understanding.ts';

/** A point as it is shown; one that a model wrote has no verbatim spans. */
export type ShownPoint = SummaryPoint;

/** A section's texts; `firstTurn` and `lastTurn` are positions from 0, both included, and stay. */
export interface DraftSection {
  title: string;
  firstTurn: number;
  lastTurn: number;
  summary: ShownPoint[];
}

/** What may be improved: texts only, never places. */
export interface Draft {
  sections: DraftSection[];
  summary: ShownPoint[];
}

/** The better draft, and one plain sentence for everything that was dropped or failed. */
export interface Improved {
  draft: Draft;
  notes: string[];
}

/** Where the model answers, as its owner configured it. */
export interface ModelSettings {
  /** An OpenAI-compatible base ("http://127.0.0.1:11434/v1") or the full ".../chat/completions". */
  url: string;
  model: string;
  apiKey: string | null;
}

export interface ImproveOptions {
  /** Stands in for the global `fetch`. */
  fetch?: typeof fetch;
  /** How long one attempt may take, in milliseconds; two minutes unless told, for models at home. */
  timeoutMs?: number;
}
