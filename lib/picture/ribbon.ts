import type { TurnView } from '../store/views.ts';

/** A stretch of the ribbon in which one voice is heard most. */
export interface RibbonRun {
  /** Columns from the left, from 0. */
  from: number;
  columns: number;
  /** Index into the episode's speakers, or null. */
  speaker: number | null;
}

/**
 * Who speaks when, over an episode of `durationMs` in so many columns: a column belongs to whoever
 * speaks longest in it, columns in which nobody speaks to the voice before.
 */
export function ribbonRuns(
  turns: readonly Pick<TurnView, 'speaker' | 'startMs' | 'endMs'>[],
  durationMs: number,
  columns: number,
): RibbonRun[] {
  if (durationMs <= 0 || turns.length === 0) return [];
  const heard = Array.from({ length: columns }, () => new Map<number | null, number>());
  const perColumn = durationMs / columns;
  for (const { speaker, startMs, endMs } of turns) {
    const last = Math.min(columns - 1, Math.floor(endMs / perColumn));
    for (let column = Math.floor(startMs / perColumn); column <= last; column++) {
      const within =
        Math.min(endMs, (column + 1) * perColumn) - Math.max(startMs, column * perColumn);
      const times = heard[column];
      if (times && within > 0) times.set(speaker, (times.get(speaker) ?? 0) + within);
    }
  }
  const runs: RibbonRun[] = [];
  for (const [column, times] of heard.entries()) {
    const run = runs.at(-1);
    const [loudest] = [...times].sort(([, a], [, b]) => b - a);
    if (run && (!loudest || loudest[0] === run.speaker)) run.columns++;
    else runs.push({ from: column, columns: 1, speaker: loudest?.[0] ?? null });
  }
  return runs;
}
