import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimAddress, urlOf } from '../../scripts/setup/address.mjs';
import { serve } from '../../scripts/setup/serve.mjs';
import { prepareData } from '../../scripts/setup/steps.mjs';

/** A site of one's own, and what takes it all away again. */
export interface OwnSite {
  url: string;
  stop(): Promise<void>;
}

/**
 * A site as a stranger has it: an empty data folder, the seeds, the built pages, a free port of this
 * machine. `furnish` may add to the data before it is served.
 */
export async function openSite(
  furnish: (root: string, env: NodeJS.ProcessEnv) => Promise<void> = async () => {},
): Promise<OwnSite> {
  const root = path.join(import.meta.dirname, '../..');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'earmark-e2e-'));
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir };
  // The tests are about the embedded engine; the contract suite is about the other one.
  for (const name of ['DATABASE_URL', 'MEILI_HOST', 'MEILI_API_KEY', 'SUMMARIZER_URL']) {
    delete env[name];
  }
  delete env.SUMMARIZER_MODEL;
  try {
    await prepareData(root, env);
    await furnish(root, env);
    const address = await claimAddress({ host: '127.0.0.1', port: 0 });
    const site = await serve(root, address, env);
    return {
      url: urlOf(address),
      stop: async () => {
        site.child.kill();
        await site.stopped;
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** The site that most tests share. */
export default async function startSite(): Promise<() => Promise<void>> {
  const { url, stop } = await openSite();
  process.env.EARMARK_URL = url;
  return stop;
}
