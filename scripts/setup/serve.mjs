import { setTimeout as sleep } from 'node:timers/promises';
import { localUrlOf, urlOf } from './address.mjs';
import { ended, startChild } from './child.mjs';
import { Problem } from './problem.mjs';

/** How long the server may take until it answers, in milliseconds. */
const PATIENCE_MS = 60_000;
/** A quote to be checked stands in the address: 10,000 characters of any script fit into 128 KB. */
const LONG_ADDRESSES = '--max-http-header-size=131072';

/**
 * Starts the built site and waits until it answers.
 * @param {string} root
 * @param {{ host: string, port: number }} address
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, stopped: Promise<number> }>}
 * `stopped` holds the server's exit code once it has ended.
 * @throws {Problem} where it ends, or does not answer within a minute.
 */
export async function serve(root, address, env) {
  const child = startChild(
    process.execPath,
    [
      LONG_ADDRESSES,
      'node_modules/next/dist/bin/next',
      'start',
      '-H',
      address.host,
      '-p',
      String(address.port),
    ],
    { cwd: root, env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } },
  );
  const stopped = ended(child);
  const died = stopped.then((code) => {
    throw new Problem(
      `The server ended before it answered (exit code ${code}); the reason is in the lines above.`,
    );
  });
  const over = new AbortController();
  try {
    await Promise.race([died, answers(`${localUrlOf(address)}/api/health`, over.signal)]);
  } catch (error) {
    child.kill();
    throw error;
  } finally {
    over.abort();
    died.catch(() => {});
  }
  return { child, stopped };
}

/** The line that a person, or a program, waits for. */
export function readyLine(address) {
  return `Earmark is ready at ${urlOf(address)}`;
}

async function answers(url, over) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && !over.aborted) {
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (status < 500) return;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  throw new Problem(`The server did not answer at ${url} within ${PATIENCE_MS / 1000} seconds.`);
}
