import type { FileReport } from '../lib/ingest/ingest.ts';
import { formatClock } from '../lib/timing/clock.ts';

/** What `ingest --explain` prints: why each section begins and is called so, and why each quote. */
export function explain(reports: readonly FileReport[]): string {
  const lines: string[] = [];
  for (const report of reports) {
    if (!('composed' in report) || !report.composed) continue;
    const { title, turns, understanding } = report.composed.record;
    lines.push(`${title} (${report.path})`, '');
    for (const { startMs, firstTurn, title: heading, why } of understanding.sections) {
      lines.push(
        `${formatClock(startMs)}  ${heading}  (from turn ${firstTurn})`,
        `    begins: ${why.boundary}`,
        `    title: ${why.title}`,
      );
    }
    lines.push('', 'Quotes');
    for (const { turn, text, why } of understanding.quotes) {
      lines.push(
        `${formatClock(turns[turn]?.startMs ?? 0)}  “${text}”  (turn ${turn})`,
        `    ${why}`,
      );
    }
    lines.push('', 'People and things');
    for (const { label, kind, why } of understanding.things) {
      lines.push(`${label} (${kind})`, `    ${why}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}
