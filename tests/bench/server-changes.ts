import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ask } from './own-process.ts';
import { type BenchSite, ROOT } from './own-site.ts';
import { percentile, type Row } from './table.ts';

const INGESTS = 10;
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 20;

/** A short conversation that is corrected again and again. */
const conversation = (word: string) =>
  `Ann: What did you find in the harbour this morning?\n\nBen: I found ${word} under the old pier, and nobody believed me.\n`;

/**
 * How soon the page and the search show what another process has ingested, while the site is asked by
 * `connections` at once. Counted from the moment the command has written it (its end): what the
 * command itself takes is a row of its own.
 */
export async function noticeChanges(site: BenchSite, connections: number): Promise<Row[]> {
  const file = path.join(site.env.DATA_DIR ?? '', 'harbour.txt');
  const ingest = (word: string) => {
    writeFileSync(file, conversation(word));
    return ended(
      spawn(
        process.execPath,
        [
          '--import',
          'tsx',
          'scripts/ingest.ts',
          file,
          '--title',
          'Harbour',
          '--show',
          'Made up',
          '--slug',
          'harbour',
        ],
        { cwd: ROOT, env: site.env, stdio: 'ignore' },
      ),
    );
  };
  await ingest('nothing');
  const took = { page: [] as number[], search: [] as number[], command: [] as number[] };
  let over = false;
  const load = (async () => {
    let errors = 0;
    while (!over) {
      const urls = [`${site.url}${site.reader}`, `${site.url}/api/search?q=video+model`];
      errors += (await ask({ urls, connections, seconds: 3 })).errors;
    }
    return errors;
  })();
  for (let i = 0; i < INGESTS; i++) {
    const word = `pearl${i}zq`;
    const start = performance.now();
    await ingest(word);
    const written = performance.now();
    took.command.push(written - start);
    const [page, search] = await Promise.all([
      until(`${site.url}/episodes/harbour`, word, written),
      until(`${site.url}/api/search?q=${word}`, `under the old pier`, written),
    ]);
    took.page.push(page);
    took.search.push(search);
  }
  over = true;
  const errors = await load;
  const group = `what another process ingests, noticed under load (${connections} connections, ${INGESTS} ingests)`;
  const rows = (name: string, values: number[]): Row[] => {
    const baseline = { name: 'the ingest itself, median', value: percentile(took.command, 0.5) };
    return [
      { group, name: `${name}, median`, value: percentile(values, 0.5), unit: 'ms', baseline },
      { group, name: `${name}, longest`, value: Math.max(...values), unit: 'ms', baseline },
    ];
  };
  return [
    ...rows('on its page', took.page),
    ...rows('in search', took.search),
    { group, name: 'errors meanwhile', value: errors, unit: '' },
  ];
}

/** Milliseconds from `since` until an answer holds the words. @throws Error where none does in time. */
async function until(url: string, words: string, since: number): Promise<number> {
  while (performance.now() - since < PATIENCE_MS) {
    const answer = await (await fetch(url)).text();
    if (answer.includes(words)) return performance.now() - since;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`${url} did not show what was ingested within ${PATIENCE_MS / 1000} seconds.`);
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The ingest ended with ${code}.`)),
    );
  });
