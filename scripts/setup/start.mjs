import path from 'node:path';
import { claimAddress, readAddress } from './address.mjs';
import { passOnSignals } from './child.mjs';
import { openDataFolder } from './data-folder.mjs';
import { installPackages } from './install.mjs';
import { lockCheckout } from './lock.mjs';
import { fail, Problem } from './problem.mjs';
import { readyLine, serve } from './serve.mjs';
import { buildSite, generateClient, prepareData } from './steps.mjs';

const root = path.join(import.meta.dirname, '../..');

/** From a fresh clone, or any later state of it, to a site that answers. */
export async function start() {
  passOnSignals();
  try {
    const wanted = readAddress(process.env);
    const address = await claimAddress(wanted);
    const env = { ...process.env, DATA_DIR: openDataFolder(root, process.env) };
    await setUp(env);
    await claimAddress(address);
    const { stopped } = await serve(root, address, env);
    console.log(readyLine(address));
    const code = await stopped;
    throw new Problem(
      `The server stopped by itself (exit code ${code}); the reason is in the lines above.`,
    );
  } catch (error) {
    fail(error);
  }
}

/** The same without serving, for images and for those who start the server themselves. */
export async function build() {
  passOnSignals();
  try {
    await setUp({ ...process.env, DATA_DIR: openDataFolder(root, process.env) });
  } catch (error) {
    fail(error);
  }
}

async function setUp(env) {
  const unlock = await lockCheckout(root);
  try {
    await installPackages(root, { withDev: false, env });
    await generateClient(root, env);
    await prepareData(root, env);
    await buildSite(root, env);
  } finally {
    unlock();
  }
}
