import type { FileReport } from '../lib/ingest/ingest.ts';

/** One file's fate in a line, with its warnings below. */
export function describe(report: FileReport): string {
  if (report.outcome === 'refused') return `refused  ${report.error}`;
  if (report.outcome === 'beside') return `beside   ${report.path}: ${report.why}`;
  const warnings = report.composed?.record.warnings ?? [];
  const notes = warnings.map(({ line, message }) => `\n         line ${line}: ${message}`).join('');
  const said = report.notes.map((note) => `\n         ${note}`).join('');
  const turns = report.composed ? `, ${report.composed.record.turns.length} turns` : '';
  return `${report.outcome.padEnd(8)} ${report.path} → ${report.slug}${turns}${notes}${said}`;
}

/** “3 new, 1 changed, 12 same, 1 refused.” */
export function tally(reports: readonly FileReport[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of reports) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return `${[...counts].map(([outcome, n]) => `${n} ${outcome}`).join(', ')}.`;
}
