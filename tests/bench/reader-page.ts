import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { percentile, type Row } from './table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const REQUESTS = 40;
const READY_MS = 60_000;

/** What the seed's reader page costs over the wire and on the server, beside its own plain text. */
export async function benchReaderPage(): Promise<Row[]> {
  if (!existsSync(path.join(ROOT, '.next/BUILD_ID'))) {
    throw new Error('There is no built site to measure; run `npm start` once first.');
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-bench-'));
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '', MEILI_HOST: '' };
  await finished(
    spawn(process.execPath, ['--import', 'tsx', 'scripts/prepare.ts'], {
      cwd: ROOT,
      env,
      stdio: 'ignore',
    }),
  );
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    { cwd: ROOT, env: { ...env, NODE_ENV: 'production' }, stdio: 'ignore' },
  );
  try {
    const site = `http://127.0.0.1:${port}`;
    await ready(site);
    const { episodes } = await (await fetch(`${site}/api/episodes`)).json();
    const address = `${site}/episodes/${episodes[0].slug}`;
    const text = await (await fetch(`${address}/transcript.txt`)).text();
    const html = await (await fetch(address)).text();
    const [reader, bare] = await Promise.all([
      scriptBytes(site, html),
      scriptBytes(site, await (await fetch(`${site}/quotes/none`)).text()),
    ]);
    const reading = await times(address);
    const small = await times(`${site}/api/health`);
    const group = `reader page of the seed (${REQUESTS} requests, one after the other)`;
    return [
      {
        group,
        name: 'HTML, gzipped',
        value: gzip(html) / 1024,
        unit: 'KB',
        baseline: { name: 'the plain text, gzipped', value: gzip(text) / 1024 },
      },
      {
        group,
        name: 'JavaScript, gzipped',
        value: reader / 1024,
        unit: 'KB',
        baseline: { name: 'a page without a reader', value: bare / 1024 },
      },
      {
        group,
        name: 'server time, p50',
        value: percentile(reading, 0.5),
        unit: 'ms',
        baseline: { name: '/api/health', value: percentile(small, 0.5) },
      },
      {
        group,
        name: 'server time, p95',
        value: percentile(reading, 0.95),
        unit: 'ms',
        baseline: { name: '/api/health', value: percentile(small, 0.95) },
      },
    ];
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

const gzip = (text: string) => gzipSync(text).length;

/** All scripts that a page names, gzipped one by one as a server sends them. */
async function scriptBytes(site: string, html: string): Promise<number> {
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src),
  );
  let bytes = 0;
  for (const source of sources) bytes += gzip(await (await fetch(new URL(source, site))).text());
  return bytes;
}

async function times(address: string): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < REQUESTS + 5; i++) {
    const start = performance.now();
    await (await fetch(address)).arrayBuffer();
    if (i >= 5) took.push(performance.now() - start);
  }
  return took;
}

async function ready(site: string): Promise<void> {
  const end = Date.now() + READY_MS;
  while (Date.now() < end) {
    const answered = await fetch(`${site}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The site did not answer within a minute.');
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Preparing the data ended with ${code}.`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
