import { Agent, request } from 'node:http';
import { percentile } from './table.ts';

/** How a server is asked. */
export interface Load {
  /** Asked for in turn. */
  urls: string[];
  connections: number;
  seconds: number;
}

export interface LoadResult {
  requests: number;
  /** Answers that were not 200, and requests without one. */
  errors: number;
  perSecond: number;
  bytes: number;
  p50: number;
  p95: number;
  p99: number;
}

// A program of its own. Each connection asks again as soon as it has its whole answer.
process.on('message', async (load: Load) => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const took: number[] = [];
  let errors = 0;
  let bytes = 0;
  let next = 0;
  const started = performance.now();
  const end = started + load.seconds * 1000;
  const once = (url: string) =>
    new Promise<void>((resolve) => {
      const from = performance.now();
      const failed = () => {
        errors++;
        resolve();
      };
      request(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('error', failed);
        response.on('end', () => {
          if (response.statusCode === 200) took.push(performance.now() - from);
          else errors++;
          resolve();
        });
      })
        .on('error', failed)
        .end();
    });
  const connection = async () => {
    while (performance.now() < end) await once(load.urls[next++ % load.urls.length] ?? '');
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const result: LoadResult = {
    requests: took.length,
    errors,
    perSecond: took.length / seconds,
    bytes,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    p99: percentile(took, 0.99),
  };
  process.send?.(result);
});
process.on('disconnect', () => process.exit());
