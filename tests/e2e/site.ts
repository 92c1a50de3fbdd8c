import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimAddress, urlOf } from '../../scripts/setup/address.mjs';
import { serve } from '../../scripts/setup/serve.mjs';
import { prepareData } from '../../scripts/setup/steps.mjs';

/**
 * The site as a stranger has it: an empty data folder, the seeds, the built pages, a free port of
 * this machine. Returns what takes it all away again.
 */
export default async function startSite(): Promise<() => Promise<void>> {
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
    const address = await claimAddress({ host: '127.0.0.1', port: 0 });
    const site = await serve(root, address, env);
    process.env.EARMARK_URL = urlOf(address);
    return async () => {
      site.child.kill();
      await site.stopped;
      await rm(dataDir, { recursive: true, force: true });
    };
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}
