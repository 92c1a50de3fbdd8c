import { openBareNext } from './bare-next.ts';
import type { LoadResult } from './load.ts';
import { ask, openPlainServer, readyAnswer } from './own-process.ts';
import { type BenchSite, openBenchSite } from './own-site.ts';
import { noticeChanges } from './server-changes.ts';
import type { Row } from './table.ts';

const CONNECTIONS = 50;
const SECONDS = 30;

/** What people ask: one word, several, unfinished, misspelt, a phrase, without a word, by whom. */
const QUERIES = [
  'video model',
  'world',
  'distil',
  'language modle',
  '"latent space"',
  'diffusion -image',
  'speaker:ethan training',
  'how many iterations per day',
  'grok imagine',
  'gpu',
];

interface Route {
  name: string;
  paths: string[];
}

/**
 * How many requests the site answers at 50 connections, how long they take, and how soon a page shows what
 * another process has ingested; beside a bare server that sends the same bytes, and a static page of
 * the bare framework. Everything shares this machine's processors, the asking too.
 */
export async function benchServer(seconds = SECONDS): Promise<Row[]> {
  const site = await openBenchSite();
  try {
    const bare = await openBareNext(site.text);
    try {
      return [
        ...(await underLoad(site, bare.url, seconds)),
        ...(await noticeChanges(site, CONNECTIONS)),
      ];
    } finally {
      await bare.stop();
    }
  } finally {
    await site.stop();
  }
}

async function underLoad(site: BenchSite, bareUrl: string, seconds: number): Promise<Row[]> {
  const searches = (base: string) => QUERIES.map((q) => `${base}?${new URLSearchParams({ q })}`);
  const routes: Route[] = [
    { name: 'reader', paths: [site.reader] },
    { name: 'search page', paths: searches('/search') },
    { name: 'API search', paths: searches('/api/search') },
    { name: 'API episodes', paths: ['/api/episodes'] },
  ];
  const rows: Row[] = [];
  const at = (url: string, paths: string[]) => paths.map((path) => `${url}${path}`);
  const run = (urls: string[], duration = seconds) =>
    ask({ urls, connections: CONNECTIONS, seconds: duration });
  const framework = await run([bareUrl]);
  rows.push(...figures('a static page of the bare framework, the same words', framework, seconds));
  for (const { name, paths } of routes) {
    const first = await fetch(`${site.url}${paths[0]}`, { headers: { 'accept-encoding': 'gzip' } });
    const type = first.headers.get('content-type') ?? 'text/plain';
    const body = Buffer.from(await first.arrayBuffer());
    const plain = await openPlainServer([
      readyAnswer(new URL(paths[0] ?? '', site.url).pathname, type, body),
    ]);
    const sameBytes = await run(at(plain.url, paths));
    plain.stop();
    const own = at(site.url, paths);
    await run(own, Math.min(3, seconds));
    rows.push(...figures(name, await run(own), seconds, sameBytes));
  }
  return rows;
}

function figures(name: string, own: LoadResult, seconds: number, plain?: LoadResult): Row[] {
  const group = `server, ${name} (${CONNECTIONS} connections, ${seconds} s)`;
  const row = (what: string, key: 'perSecond' | 'p50' | 'p95' | 'p99', unit: string): Row => ({
    group,
    name: what,
    value: own[key],
    unit,
    baseline: plain && { name: 'a bare server, the same bytes ready', value: plain[key] },
  });
  return [
    row('requests per second', 'perSecond', '/s'),
    row('p50', 'p50', 'ms'),
    row('p95', 'p95', 'ms'),
    row('p99', 'p99', 'ms'),
    { group, name: 'errors', value: own.errors, unit: `of ${own.requests + own.errors}` },
  ];
}
