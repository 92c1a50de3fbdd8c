import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { chooseBrowser } from '../e2e/browser.ts';
import { openBareNext } from './bare-next.ts';
import { openBenchSite } from './own-site.ts';
import { percentile, type Row } from './table.ts';

const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const AUDITS = [
  ['first-contentful-paint', 'first text', 'ms'],
  ['largest-contentful-paint', 'largest text', 'ms'],
  ['total-blocking-time', 'blocked', 'ms'],
  ['cumulative-layout-shift', 'layout shift', ''],
] as const;
const HOW =
  'Lighthouse is not installed; `npm install --no-save lighthouse@12.8.2` brings it, or put its command on PATH.';

const Report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number() })),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() }).loose()),
});
type Report = z.infer<typeof Report>;

/**
 * What Lighthouse's mobile preset says of the seed's page, the middle of several runs, beside a page of the
 * bare framework with the same words. It is no dependency: where it is not installed, nothing is measured.
 */
export async function benchLighthouse(): Promise<Row[]> {
  const command = lighthouseCommand();
  if (!command) {
    console.error(HOW);
    return [];
  }
  const site = await openBenchSite();
  try {
    const bare = await openBareNext(site.text);
    try {
      const own = await reports(command, `${site.url}${site.reader}`);
      const plain = await reports(command, bare.url);
      const group = `Lighthouse, mobile preset, reader page of the seed (median of ${RUNS})`;
      const row = (name: string, unit: string, of: (report: Report) => number): Row => ({
        group,
        name,
        value: percentile(own.map(of), 0.5),
        unit,
        baseline: {
          name: 'a bare page of the framework',
          value: percentile(plain.map(of), 0.5),
        },
      });
      return [
        ...CATEGORIES.map((name) =>
          row(name, 'of 100', ({ categories }) => 100 * (categories[name]?.score ?? Number.NaN)),
        ),
        ...AUDITS.map(([audit, name, unit]) =>
          row(name, unit, ({ audits }) => audits[audit]?.numericValue ?? Number.NaN),
        ),
      ];
    } finally {
      await bare.stop();
    }
  } finally {
    await site.stop();
  }
}

function lighthouseCommand(): string | undefined {
  const folders = [
    path.join(import.meta.dirname, '../../node_modules/.bin'),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  return folders.map((folder) => path.join(folder, 'lighthouse')).find((file) => existsSync(file));
}

async function reports(command: string, url: string): Promise<Report[]> {
  const { executablePath = chromium.executablePath() } = await chooseBrowser();
  const found: Report[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { stdout } = await promisify(execFile)(
      command,
      [
        url,
        '--quiet',
        '--output=json',
        `--only-categories=${CATEGORIES.join(',')}`,
        '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
      ],
      {
        env: { ...process.env, CHROME_PATH: executablePath },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    found.push(Report.parse(JSON.parse(stdout)));
  }
  return found;
}
