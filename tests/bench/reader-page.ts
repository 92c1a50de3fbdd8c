import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { chooseBrowser } from '../e2e/browser.ts';
import { openBareNext } from './bare-next.ts';
import { LAST_WORD, makeLongTalk } from './long-talk.ts';
import { openPlainServer, readyAnswer } from './own-process.ts';
import { type BenchSite, ingestFile, openBenchSite, ROOT } from './own-site.ts';
import {
  DESK,
  layoutShift,
  linkToWords,
  openPanels,
  PHONE,
  timesToMark,
} from './reader-browser.ts';
import { scrollThrough } from './reader-scroll.ts';
import { percentile, type Row } from './table.ts';

const REQUESTS = 40;
const RUNS = 9;
const LONG = { words: 120_000, duration: '10:00:00', slug: 'ten-hours' };
const QUERY = 'video model';

/** What the reader's pages cost on the wire, on the server and in the browser, each beside a plain page. */
export async function benchReaderPage(): Promise<Row[]> {
  const site = await openBenchSite((env) => {
    const folder = env.DATA_DIR ?? '';
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'ten-hours.txt');
    writeFileSync(file, makeLongTalk(seedText(), LONG.words));
    ingestFile(
      env,
      file,
      '--show',
      'Made up',
      '--title',
      'Ten hours',
      '--slug',
      LONG.slug,
      '--duration',
      LONG.duration,
    );
  });
  const browser = await chromium.launch(await chooseBrowser());
  try {
    const bare = await openBareNext(site.text);
    try {
      return [
        ...(await onTheWire(site, bare.url)),
        ...(await inTheBrowser(site, browser)),
        ...(await tenHours(site, browser)),
      ];
    } finally {
      await bare.stop();
    }
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function onTheWire({ url, reader, text }: BenchSite, bare: string): Promise<Row[]> {
  const address = `${url}${reader}`;
  const html = await page(address);
  const scripts = async (site: string, from: string) => scriptBytes(site, await page(from));
  const reading = await times(address);
  const small = await times(`${url}/api/health`);
  const group = `reader page of the seed (${REQUESTS} requests, one after the other)`;
  const baseline = {
    name: 'a bare page of the framework',
    value: (await scripts(bare, bare)) / 1024,
  };
  const script = (await scripts(url, address)) / 1024;
  return [
    {
      group,
      name: 'HTML, gzipped',
      value: gzip(html) / 1024,
      unit: 'KB',
      baseline: { name: 'the plain text, gzipped', value: gzip(text) / 1024 },
    },
    { group, name: 'JavaScript, gzipped', value: script, unit: 'KB', baseline },
    { group, name: 'of it our own (at most 30)', value: script - baseline.value, unit: 'KB' },
    ...[0.5, 0.95].map((p) => ({
      group,
      name: `server time, p${p * 100}`,
      value: percentile(reading, p),
      unit: 'ms',
      baseline: { name: '/api/health', value: percentile(small, p) },
    })),
  ];
}

async function inTheBrowser(site: BenchSite, browser: Browser): Promise<Row[]> {
  const reader = `${site.url}${site.reader}`;
  const { hits } = await (
    await fetch(
      `${site.url}/api/search?${new URLSearchParams({ q: QUERY, episode: site.reader.split('/').at(-1) ?? '' })}`,
    )
  ).json();
  const hit = new URL(hits[0].url, site.url);
  const words = await linkToWords(browser, reader);
  const turn = `${reader}#turn-${hits[0].turnId}`;
  const shift = `layout shift of the reader (sum of all shifts, also after input)`;
  const places: [name: string, url: string][] = [
    ['on load', reader],
    ['words that are searched for', `${reader}?${new URLSearchParams({ q: QUERY })}#hit-40`],
    ['a turn', turn],
    ['words that were selected', words],
  ];
  const rows: Row[] = [];
  for (const [width, options] of [
    ['390 px', PHONE],
    ['1440 px', DESK],
  ] as const) {
    for (const [name, url] of places) {
      const value = await layoutShift(browser, options, url);
      rows.push({ group: shift, name: `${name}, ${width}`, value, unit: '' });
    }
  }
  const panels = await layoutShift(browser, PHONE, reader, openPanels);
  rows.push({ group: shift, name: 'every panel opened, 390 px', value: panels, unit: '' });

  const plain = await openPlainServer([
    readyAnswer('/plain', 'text/html; charset=utf-8', plainPage(site.text)),
  ]);
  try {
    const [toHit = 0, toWords = 0, toPlain = 0] = await timesToMark(
      browser,
      [hit.href, words, `${plain.url}/plain#here`],
      RUNS,
    );
    const group = `from following a link to its marked words in view, 390 px (cold browser, median of ${RUNS})`;
    const baseline = { name: 'a plain page of the same words', value: toPlain };
    rows.push(
      { group, name: 'a link from search', value: toHit, unit: 'ms', baseline },
      { group, name: 'a link to selected words', value: toWords, unit: 'ms', baseline },
    );
  } finally {
    plain.stop();
  }
  return rows;
}

async function tenHours({ url, reader, text }: BenchSite, browser: Browser): Promise<Row[]> {
  const address = `${url}/episodes/${LONG.slug}`;
  const html = await page(address);
  const words = await page(`${address}/transcript.txt`);
  const lastOfSeed = text.trim().split(/\s+/).at(-1)?.replace(/\W/g, '') ?? '';
  const long = await scrollThrough(browser, address, LAST_WORD);
  const seed = await scrollThrough(browser, `${url}${reader}`, lastOfSeed);
  const group = `ten hours, ${LONG.words.toLocaleString('en')} words, scrolled end to end (1440 px), beside the seed`;
  const beside = (name: string, value: number, unit: string, base: number): Row => ({
    group,
    name,
    value,
    unit,
    baseline: { name: 'the seed', value: base },
  });
  return [
    {
      group,
      name: 'HTML, gzipped',
      value: gzip(html) / 1024,
      unit: 'KB',
      baseline: { name: 'its plain text, gzipped', value: gzip(words) / 1024 },
    },
    beside('first paint', long.firstPaintMs, 'ms', seed.firstPaintMs),
    beside('height', long.heightPx, 'px', seed.heightPx),
    beside('frames', long.frames, '', seed.frames),
    beside(
      'scripting a frame',
      long.scriptingMs / long.frames,
      'ms',
      seed.scriptingMs / seed.frames,
    ),
    beside(
      'style and layout a frame',
      long.layoutMs / long.frames,
      'ms',
      seed.layoutMs / seed.frames,
    ),
    beside('scripting in all', long.scriptingMs, 'ms', seed.scriptingMs),
    beside('JavaScript heap', long.heapMB, 'MB', seed.heapMB),
    beside('tasks over 50 ms', long.longTasks, '', seed.longTasks),
    beside('longest of them', long.longestTaskMs, 'ms', seed.longestTaskMs),
    beside('farthest jump of the text', long.jumpPx, 'px', seed.jumpPx),
    // Headless browsers may come without find in page.
    ...(long.found === null
      ? []
      : [
          beside(
            'find in page meets the last turn (1: yes)',
            Number(long.found),
            '',
            Number(seed.found),
          ),
        ]),
  ];
}

/** The seed's file: real sentences to make a long talk of. */
function seedText(): string {
  const folder = path.join(ROOT, 'seeds');
  const name = readdirSync(folder).find((file) => file.endsWith('.txt'));
  if (!name) throw new Error('There is no seed to measure.');
  return readFileSync(path.join(folder, name), 'utf8');
}

/** The words alone, with one of them marked two thirds down: the least a page of them can be. */
function plainPage(text: string): string {
  const lines = text.split('\n').filter(Boolean);
  const marked = Math.floor((lines.length * 2) / 3);
  const safe = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const said = lines.map((line, i) => {
    if (i !== marked) return `<p>${safe(line)}</p>`;
    return `<p><mark id="here">${safe(line.slice(0, 40))}</mark>${safe(line.slice(40))}</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Plain</title>${said.join('\n')}</html>`;
}

const page = async (url: string) => (await fetch(url)).text();

const gzip = (text: string) => gzipSync(text).length;

/** All scripts that a page names, gzipped one by one as a server sends them. */
async function scriptBytes(site: string, html: string): Promise<number> {
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src),
  );
  let bytes = 0;
  for (const source of sources) bytes += gzip(await page(new URL(source, site).href));
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
