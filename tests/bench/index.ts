import { parseArgs } from 'node:util';
import { benchAnchors } from './anchors.ts';
import { benchCheck } from './check.ts';
import { benchFormats } from './formats.ts';
import { benchIngest } from './ingest.ts';
import { benchLibrary } from './library.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchReaderPage } from './reader-page.ts';
import { benchRelevance } from './relevance.ts';
import { benchSearch } from './search.ts';
import { runSegmentation } from './segmentation.ts';
import { benchServer } from './server.ts';
import { runSummary } from './summary.ts';
import { print, type Row, ratio } from './table.ts';
import { benchTiming } from './timing.ts';
import { runTitles } from './titles.ts';

const BENCHES: Record<
  string,
  (options: {
    corpus?: string;
    part?: string;
    seconds?: string;
    episodes?: string;
  }) => Promise<Row[]>
> = {
  formats: benchFormats,
  ingest: benchIngest,
  library: ({ episodes }) =>
    benchLibrary(episodes === undefined ? undefined : readCount('--episodes', episodes, 100_000)),
  anchors: benchAnchors,
  search: ({ corpus }) => benchSearch(corpus),
  relevance: ({ corpus }) => benchRelevance(corpus),
  reader: benchReaderPage,
  lighthouse: benchLighthouse,
  server: ({ seconds }) =>
    benchServer(seconds === undefined ? undefined : readCount('--seconds', seconds, 3600)),
  check: ({ corpus, part }) => benchCheck(corpus, part === 'tuning' ? 'tuning' : 'report'),
  timing: ({ corpus, part }) =>
    benchTiming(corpus, part === 'tuning' || part === 'report' ? part : undefined),
};
const GOLD_BENCHES: Record<string, (args: string[]) => number> = {
  segmentation: runSegmentation,
  titles: runTitles,
  summary: runSummary,
};
const NAMES = [...Object.keys(BENCHES), ...Object.keys(GOLD_BENCHES)];
const USAGE = `npm run bench -- [${NAMES.join('|')}] [--json]; search, relevance, check, timing: [--corpus DIR]; check, timing: [--part tuning|report]; server: [--seconds 30]; library: [--episodes 100]`;

/** @throws Error where it is no number from 1 to `most`. */
function readCount(option: string, given: string, most: number): number {
  const count = Number(given);
  if (count >= 1 && count <= most) return count;
  throw new Error(`${option} is ${given}; give a number from 1 to ${most}.`);
}

/** `npm run bench`: measures, each figure beside a named baseline from the same run. */
async function main(): Promise<number> {
  const [first, ...rest] = process.argv.slice(2);
  const judged = first === undefined ? undefined : GOLD_BENCHES[first];
  if (judged) return judged(rest);
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      corpus: { type: 'string' },
      part: { type: 'string' },
      seconds: { type: 'string' },
      episodes: { type: 'string' },
    },
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
    const measured = await bench(values);
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
