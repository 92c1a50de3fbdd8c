import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type OwnSite, openSite } from '../e2e/site.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The built site with the seeds and an empty data folder of its own. */
export interface BenchSite extends OwnSite {
  /** What commands need to write into its data. */
  env: NodeJS.ProcessEnv;
  /** Path of the seed's page. */
  reader: string;
  /** Its words, as downloaded. */
  text: string;
}

/** Opens it; `furnish` adds to the data before it is served. @throws Error where nothing is built. */
export async function openBenchSite(
  furnish: (env: NodeJS.ProcessEnv) => void = () => {},
): Promise<BenchSite> {
  if (!existsSync(path.join(ROOT, '.next/BUILD_ID'))) {
    throw new Error('There is no built site to measure; run `npm run build` first.');
  }
  let env = process.env;
  const site = await openSite(async (_, given) => {
    env = given;
    furnish(given);
  });
  const { episodes } = await (await fetch(`${site.url}/api/episodes`)).json();
  // What benchmarks make up has no date, and stands behind what has one.
  const [{ slug }] = episodes;
  const reader = `/episodes/${slug}`;
  const text = await (await fetch(`${site.url}${reader}/transcript.txt`)).text();
  return { ...site, env, reader, text };
}

/** Ingests a file as the command does, in a process of its own. */
export function ingestFile(env: NodeJS.ProcessEnv, ...args: string[]): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
