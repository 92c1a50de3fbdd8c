import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface MeilisearchServer {
  host: string;
  apiKey: string | undefined;
  /** Of a server that we started. */
  pid?: number | undefined;
  /** Kills a server that we started; does nothing to one that was given. */
  stop(): Promise<void>;
}

/** Whether we can start a server of our own: tests that stop it, or need its options, want no other. */
export const meilisearchCanStart = (): boolean =>
  spawnSync('meilisearch', ['--version']).status === 0;

/** Whether a real server can be had: one that is given, or an executable on PATH. */
export const meilisearchIsThere = (): boolean =>
  Boolean(process.env.MEILI_HOST) || meilisearchCanStart();

/** The given server, or one of our own on a free loopback port with an empty data folder. */
export async function startMeilisearch(): Promise<MeilisearchServer> {
  const { MEILI_HOST, MEILI_API_KEY } = process.env;
  if (MEILI_HOST) return { host: MEILI_HOST, apiKey: MEILI_API_KEY, stop: async () => {} };
  return startOwnMeilisearch();
}

/** A server of our own with an empty data folder, on a free loopback port unless `port` says which. */
export async function startOwnMeilisearch({
  port,
  options = [],
}: {
  port?: number;
  options?: readonly string[];
} = {}): Promise<MeilisearchServer & { port: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'earmark-meilisearch-'));
  const own = port ?? (await freePort());
  const address = `127.0.0.1:${own}`;
  const child: ChildProcess = spawn(
    'meilisearch',
    ['--http-addr', address, '--db-path', path.join(folder, 'data'), '--no-analytics', ...options],
    { stdio: 'ignore', cwd: folder },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const host = `http://${address}`;
  for (let tries = 0; ; tries++) {
    const up = await fetch(`${host}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) break;
    if (tries > 200 || child.exitCode !== null) throw new Error('Meilisearch did not start.');
    await sleep(50);
  }
  return {
    host,
    port: own,
    apiKey: undefined,
    pid: child.pid,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
