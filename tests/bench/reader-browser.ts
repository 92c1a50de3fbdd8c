import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { selectWords } from '../e2e/states.ts';
import { percentile } from './table.ts';

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** What runs in the page was compiled, and the compiler names functions by a helper that only Node has. */
export const NAMES = { content: 'globalThis.__name ??= (named) => named;' };

const SETTLED_MS = 600;
const PATIENCE_MS = 20_000;

/** A page of a browser that has seen nothing yet. */
async function inColdPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    await context.addInitScript(NAMES);
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Sums up what moved although nobody scrolled: every shift counts, also those just after a key or a tap. */
const watchShifts = () => {
  const seen = window as unknown as { shifted: number };
  seen.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shifted += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Cumulative layout shift (https://web.dev/articles/cls, without its leave for input) of a page and of what is done there. */
export function layoutShift(
  browser: Browser,
  options: BrowserContextOptions,
  url: string,
  act: (page: Page) => Promise<unknown> = async () => {},
): Promise<number> {
  return inColdPage(browser, options, async (page) => {
    await page.addInitScript(watchShifts);
    await page.goto(url, { waitUntil: 'networkidle' });
    await act(page);
    await page.waitForTimeout(SETTLED_MS);
    return page.evaluate(() => (window as unknown as { shifted: number }).shifted);
  });
}

/** Opens every panel of the phone and the preferences, one after the other. */
export async function openPanels(page: Page): Promise<void> {
  for (const tab of await page.locator('.tabs button').all()) {
    await tab.click();
    await page.waitForTimeout(100);
    await page.keyboard.press('Escape');
  }
  await page.locator('[popovertarget=preferences]').click();
  await page.keyboard.press('Escape');
}

/** The link that the selection bar makes of some words far down the page. */
export function linkToWords(browser: Browser, reader: string): Promise<string> {
  return inColdPage(browser, DESK, async (page) => {
    await page.goto(reader, { waitUntil: 'networkidle' });
    await selectWords(page, 200);
    const picture = await page
      .getByRole('link', { name: 'Picture', exact: true })
      .getAttribute('href');
    const at = new URL(picture ?? '', reader).searchParams.get('at');
    if (!at) throw new Error('The bar made no link to the selected words.');
    return `${reader}?${new URLSearchParams({ at })}#turn-${at.split(/[^a-z0-9]/)[0]}`;
  });
}

/** Notes when the marked words that the address leads to stand in the window of a painted page. */
const watchMark = () => {
  const seen = window as unknown as { markedAt?: number };
  const look = () => {
    const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
    const target = painted ? document.getElementById(location.hash.slice(1)) : null;
    const mark = target?.closest('mark') ?? target?.querySelector('mark');
    const { top, bottom } = mark?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (bottom > top && top > -1 && bottom < innerHeight + 1) seen.markedAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Milliseconds from following a link to its marked words being in view; each time in a cold browser. Median. */
export async function timesToMark(
  browser: Browser,
  urls: readonly string[],
  runs: number,
): Promise<number[]> {
  const took = urls.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [i, url] of urls.entries()) {
      const ms = await inColdPage(browser, PHONE, async (page) => {
        await page.addInitScript(watchMark);
        await page.goto(url);
        return markedAt(page);
      });
      took[i]?.push(ms);
    }
  }
  return took.map((own) => percentile(own, 0.5));
}

/** Waits for what watchMark noted. The page's own policy forbids Playwright's way of waiting for a value. */
async function markedAt(page: Page): Promise<number> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const ms = await page.evaluate(() => (window as unknown as { markedAt?: number }).markedAt);
    if (ms !== undefined) return ms;
    await page.waitForTimeout(50);
  }
  throw new Error(`No marked words came into view at ${page.url()}.`);
}
