import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function addresses(page: Page): Promise<Record<string, string>> {
  await page.goto('/');
  const episode = await page.locator('article h2 a').first().getAttribute('href');
  await page.goto(episode ?? '');
  const speaker = await page.locator('.who a').first().getAttribute('href');
  const quote = await page.locator('#panel-quotes .copy').first().getAttribute('href');
  const topic = await page
    .locator('#panel-topics a[href^="/topics/"]')
    .first()
    .getAttribute('href');
  return {
    library: '/',
    reader: episode ?? '',
    'reader with hits': `${episode}?q=model`,
    'reader of one voice': `${episode}?speaker=${speaker?.split('/').at(-1)}`,
    search: '/search?q=video+model',
    'search without results': '/search?q=zzzzqqqq',
    speaker: speaker ?? '',
    quote: quote ?? '',
    topics: '/topics',
    topic: topic ?? '',
    'not found': '/nothing-here',
  };
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing on any page, ${colorScheme}, ${width} px`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const context = await browser.newContext({
        colorScheme,
        baseURL,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      for (const [name, address] of Object.entries(await addresses(page))) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target)}`,
        );
        expect(found, name).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      await context.close();
    });
  }
}
