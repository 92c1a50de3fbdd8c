import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { chooseBrowser } from '../e2e/browser.ts';
import { openSite } from '../e2e/site.ts';
import { allStates, COLUMNS_FROM, type State } from '../e2e/states.ts';

/** A window to look through. */
interface Window {
  name: string;
  options: BrowserContextOptions;
  /** The states that are worth looking at through it; all where there are none. */
  only?: readonly string[];
}

const MAIN = [
  'library',
  'reader',
  'reader-hits',
  'search',
  'speaker',
  'quote',
  'check-result',
  'preferences',
];
const SIZES = [
  { width: 390, height: 844, hasTouch: true, isMobile: true },
  { width: 820, height: 1180, hasTouch: true },
  { width: 1440, height: 900 },
];
const THEMES = ['light', 'dark'] as const;

/** Pages that are longer are cut here, in pixels: below it there is only more of the same. */
const LONGEST = 2600;

const WINDOWS: readonly Window[] = [
  ...SIZES.flatMap(({ width, height, ...device }) =>
    THEMES.map((colorScheme) => ({
      name: `${width}-${colorScheme}`,
      options: { viewport: { width, height }, colorScheme, ...device },
    })),
  ),
  ...THEMES.map((colorScheme) => ({
    name: `1440-forced-${colorScheme}`,
    options: {
      viewport: { width: 1440, height: 900 },
      colorScheme,
      forcedColors: 'active' as const,
    },
    only: MAIN,
  })),
  {
    name: '720-zoomed',
    options: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
    only: MAIN,
  },
];

/** What is pictured; without wishes everything. */
export interface Wishes {
  /** Where the pictures go. */
  folder: string;
  /** Parts of names of states. */
  states: readonly string[];
  /** Parts of names of windows. */
  windows: readonly string[];
}

/**
 * Pictures every state of the site in every window, named state-width-theme.png. The site is the
 * seeds' with the examples and the glossary, and stands still, so that the same code gives the same pictures.
 * @returns how many were made.
 */
export async function takePictures(
  wishes: Wishes,
  report: (line: string) => void,
): Promise<number> {
  await mkdir(wishes.folder, { recursive: true });
  const site = await openSite(async (root, env) => {
    for (const command of [
      ['scripts/ingest.ts', 'seeds/examples'],
      ['scripts/glossary.ts', 'apply', 'seeds/glossary/latent-space.txt'],
    ]) {
      execFileSync(process.execPath, ['--import', 'tsx', ...command], {
        cwd: root,
        env,
        stdio: 'ignore',
      });
    }
  });
  const browser = await chromium.launch(await chooseBrowser());
  try {
    const states = (await allStates(site.url)).filter(({ name }) => wished(name, wishes.states));
    let made = 0;
    for (const window of WINDOWS.filter(({ name }) => wished(name, wishes.windows))) {
      for (const state of states.filter((state) => fits(state, window))) {
        await take(browser, site.url, state, window, wishes.folder);
        made++;
      }
      report(`${window.name}: done`);
    }
    return made;
  } finally {
    await browser.close();
    await site.stop();
  }
}

const wished = (name: string, parts: readonly string[]) =>
  parts.length === 0 || parts.some((part) => name.includes(part));

function fits({ name, sheet }: State, { only, options }: Window): boolean {
  const width = options.viewport?.width ?? 0;
  return (!only || only.includes(name)) && (!sheet || width < COLUMNS_FROM);
}

async function take(browser: Browser, url: string, state: State, window: Window, folder: string) {
  const context = await browser.newContext({
    ...window.options,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  try {
    const page = await context.newPage();
    await page.goto(new URL(state.address, url).href, { waitUntil: 'networkidle' });
    await state.enter?.(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({
      path: path.join(folder, `${state.name}-${window.name}.png`),
      animations: 'disabled',
      caret: 'hide',
      ...(state.whole ? await wholePage(page) : {}),
    });
  } catch (error) {
    throw new Error(`${state.name} at ${window.name}: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    await context.close();
  }
}

async function wholePage(page: Page) {
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: Math.max(innerHeight, document.documentElement.scrollHeight),
  }));
  return { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, LONGEST) } };
}
