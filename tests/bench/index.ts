import { parseArgs } from 'node:util';
import { benchIngest } from './ingest.ts';
import { benchReaderPage } from './reader-page.ts';
import { benchSearch } from './search.ts';
import { runSegmentation } from './segmentation.ts';
import { runSummary } from './summary.ts';
import { print, type Row, ratio } from './table.ts';
import { runTitles } from './titles.ts';

const BENCHES: Record<string, () => Promise<Row[]>> = {
  ingest: benchIngest,
  search: () => benchSearch(),
  reader: benchReaderPage,
};
const GOLD_BENCHES: Record<string, (args: string[]) => number> = {
  segmentation: runSegmentation,
  titles: runTitles,
  summary: runSummary,
};
const NAMES = [...Object.keys(BENCHES), ...Object.keys(GOLD_BENCHES)];
const USAGE = `npm run bench -- [${NAMES.join('|')}] [--json]`;

/** `npm run bench`: measures, each figure beside a named baseline from the same run. */
async function main(): Promise<number> {
  const [first, ...rest] = process.argv.slice(2);
  const judged = first === undefined ? undefined : GOLD_BENCHES[first];
  if (judged) return judged(rest);
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown) {
    console.error(`There is no benchmark “${unknown}”. ${USAGE}`);
    return 2;
  }
  const rows: Row[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.error(`Measuring ${name} …`);
    const measured = await bench();
    rows.push(...measured);
    if (!values.json) console.log(print(measured));
  }
  if (values.json)
    console.log(
      JSON.stringify({ rows: rows.map((row) => ({ ...row, ratio: ratio(row) })) }, null, 2),
    );
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
