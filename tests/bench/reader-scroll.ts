import type { Browser, Page } from '@playwright/test';
import { DESK, NAMES } from './reader-browser.ts';

/** What reading a page from end to end costs the browser. */
export interface Scrolled {
  firstPaintMs: number;
  heightPx: number;
  frames: number;
  /** From Chromium's own counters, in milliseconds, over the scrolling alone. */
  scriptingMs: number;
  layoutMs: number;
  /** Of the page's scripts, after a collection at the end. */
  heapMB: number;
  longTasks: number;
  longestTaskMs: number;
  /** The farthest that text stood from where the scrolling should have brought it, in pixels. */
  jumpPx: number;
  /** Whether the browser's own find meets a word that only the last turn has; null where it finds nothing on any page. */
  found: boolean | null;
}

/** Scrolls a page from end to end, most of a window each frame. */
export async function scrollThrough(
  browser: Browser,
  url: string,
  word: string,
): Promise<Scrolled> {
  const context = await browser.newContext(DESK);
  try {
    await context.addInitScript(NAMES);
    const page = await context.newPage();
    const chromium = await context.newCDPSession(page);
    await chromium.send('Performance.enable');
    const counters = async () => {
      const { metrics } = await chromium.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await page.goto(url, { waitUntil: 'networkidle' });
    const firstPaintMs = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    const before = await counters();
    const seen = await page.evaluate(scroll);
    const after = await counters();
    await chromium.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize = Number.NaN } = await counters();
    const spent = (name: string) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
    const found = await finds(page, word);
    await page.setContent(`<p>${word}</p>`);
    const canFind = await finds(page, word);
    return {
      ...seen,
      firstPaintMs,
      scriptingMs: spent('ScriptDuration'),
      layoutMs: spent('LayoutDuration') + spent('RecalcStyleDuration'),
      heapMB: JSHeapUsedSize / 1_048_576,
      found: canFind ? found : null,
    };
  } finally {
    await context.close();
  }
}

/** Asks the browser's own find, from the top. */
const finds = (page: Page, word: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    scrollTo(0, 0);
    getSelection()?.removeAllRanges();
    return (window as unknown as { find(text: string): boolean }).find(wanted);
  }, word);

/** Runs in the page. What it does itself in a frame counts as the page's scripting: it is little, and the same for all. */
async function scroll() {
  const tasks: number[] = [];
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  watch.observe({ type: 'longtask' });
  const frame = () => new Promise(requestAnimationFrame);
  const step = innerHeight * 0.8;
  let frames = 0;
  let jumpPx = 0;
  for (;;) {
    const from = scrollY;
    // What stands at the lower edge now stands near the upper one after the step.
    const turn = document.elementFromPoint(innerWidth / 2, innerHeight * 0.9)?.closest('.turn');
    const before = turn?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: step, behavior: 'instant' });
    await frame();
    await frame();
    frames += 2;
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    if (turn && !atEnd) {
      const moved = before - turn.getBoundingClientRect().top;
      jumpPx = Math.max(jumpPx, Math.abs(moved - step));
    }
    if (atEnd || scrollY === from) break;
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  watch.disconnect();
  return {
    frames,
    jumpPx,
    heightPx: document.documentElement.scrollHeight,
    longTasks: tasks.length,
    longestTaskMs: Math.max(0, ...tasks),
  };
}
