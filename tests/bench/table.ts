/** One measured figure, beside a named baseline from the same run where there is one. */
export interface Row {
  /** Group of rows that belong together, e.g. "search, 200,000 turns". */
  group: string;
  name: string;
  value: number;
  unit: string;
  /** Holds the value with 95 % confidence. */
  interval?: [low: number, high: number];
  baseline?: { name: string; value: number };
}

/** value : baseline; below 1 is less, above 1 is more. */
export const ratio = ({ value, baseline }: Row): number | null =>
  baseline && baseline.value !== 0 ? value / baseline.value : null;

const figure = (value: number) =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : Number(value.toPrecision(3)).toString();

/** A table for a person, a group at a time. */
export function print(rows: readonly Row[]): string {
  const lines: string[] = [];
  for (const group of new Set(rows.map((row) => row.group))) {
    lines.push('', group);
    const own = rows.filter((row) => row.group === group);
    const width = Math.max(38, ...own.map(({ name }) => name.length));
    for (const row of own) {
      const [low, high] = row.interval ?? [];
      const between =
        low === undefined || high === undefined ? '' : ` (${figure(low)}–${figure(high)})`;
      const value = `${figure(row.value)} ${row.unit}`.trimEnd() + between;
      const times = ratio(row);
      const beside = row.baseline
        ? `${row.baseline.name}: ${figure(row.baseline.value)} ${row.unit}${times === null ? '' : `  ×${figure(times)}`}`
        : '';
      lines.push(`  ${row.name.padEnd(width)} ${value.padStart(18)}   ${beside}`.trimEnd());
    }
  }
  return lines.join('\n');
}

/** The value below which a share `p` (0 to 1) of the measurements lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}
