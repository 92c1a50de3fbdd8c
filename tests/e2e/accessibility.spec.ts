import AxeBuilder from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { allStates, COLUMNS_FROM, type State } from './states';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Brings a new page into each state and looks at it there; each in a browser that keeps nothing of the others. */
async function inStates(
  browser: Browser,
  options: BrowserContextOptions & { baseURL: string | undefined },
  look: (page: Page, state: State) => Promise<void>,
  only: (state: State) => boolean = () => true,
): Promise<void> {
  const width = options.viewport?.width ?? 0;
  for (const state of (await allStates(options.baseURL ?? '')).filter(only)) {
    if (state.sheet && width >= COLUMNS_FROM) continue;
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(state.address, { waitUntil: 'networkidle' });
    await state.enter?.(page);
    await look(page, state);
    await context.close();
  }
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The colours are the same at every width: each theme is looked at once, one on the phone and one on the desk. */
for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  test(`axe finds nothing in any state of any page, ${colorScheme}, ${width} px`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(900_000);
    const viewport = { width, height: 900 };
    await inStates(browser, { colorScheme, baseURL, viewport }, async (page, { name, layer }) => {
      const axe = new AxeBuilder({ page }).withTags(RULES);
      const { violations } = await (layer ? axe.include(layer) : axe).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target)}`,
      );
      expect.soft(found, name).toEqual([]);
      expect.soft(await sideways(page), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
    });
  });
}

for (const [what, viewport] of [
  ['at 320 px', { width: 320, height: 640 }],
  ['zoomed to 200 %', { width: 720, height: 450 }],
] as const) {
  test(`no page scrolls sideways ${what}`, async ({ browser, baseURL }) => {
    test.setTimeout(600_000);
    await inStates(browser, { baseURL, viewport }, async (page, { name }) => {
      expect.soft(await sideways(page), name).toBeLessThanOrEqual(0);
    });
  });
}

test('in forced colours speakers, matches and the focus stay visible', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, forcedColors: 'active' });
  const page = await context.newPage();
  const reader = (await allStates(baseURL ?? '')).find(({ name }) => name === 'reader')?.address;
  await page.goto(`${reader}?q=model`);
  const mark = page.locator('mark').first();
  await expect(mark).toHaveCSS('outline-style', 'solid');
  await expect(page.locator('.turn').first()).toHaveCSS('border-left-style', 'solid');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(
      document.activeElement ?? document.body,
    );
    return { outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
  expect(outline.outlineStyle).not.toBe('none');
  expect(outline.width).toBeGreaterThanOrEqual(2);
  await context.close();
});

test('nothing moves by itself for those who asked for that', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const options = { baseURL, viewport: { width: 390, height: 844 } };
  await inStates(
    browser,
    options,
    async (page, { name }) => {
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter((animation) => animation.playState === 'running')
          .map((animation) => (animation.effect as KeyframeEffect | null)?.target?.outerHTML),
      );
      expect.soft(moving, name).toEqual([]);
      const smooth = await page.evaluate(
        () => getComputedStyle(document.documentElement).scrollBehavior,
      );
      expect.soft(smooth, name).toBe('auto');
    },
    ({ layer }) => layer !== undefined,
  );
});
