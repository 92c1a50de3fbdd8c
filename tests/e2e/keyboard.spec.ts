import { expect, type Page, test } from '@playwright/test';
import { allStates, selectWords } from './states';

let reader: string;

test.beforeEach(async ({ page, baseURL }) => {
  reader = (await allStates(baseURL ?? '')).find(({ name }) => name === 'reader')?.address ?? '';
  await page.goto(reader, { waitUntil: 'networkidle' });
});

/** What has the focus: where it stands in the page, and whether one sees that it has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const all = [...document.querySelectorAll('*')];
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return {
      at: all.indexOf(element),
      name: element.id || element.className || element.tagName,
      seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && width * height > 0,
    };
  });

for (const width of [390, 1440]) {
  test(`Tab goes through the page in the order of the page, and is always seen, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    let before = -1;
    const places = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      expect(now, `after ${step + 1} steps the focus is nowhere`).not.toBeNull();
      expect(now?.at, `${now?.name} comes before what had the focus`).toBeGreaterThan(before);
      expect(now?.seen, `nobody sees that ${now?.name} has the focus`).toBe(true);
      before = now?.at ?? before;
      places.add(now?.name ?? '');
    }
    expect([...places]).toContain('site-search');
    await page.keyboard.press('Shift+Tab');
    expect((await focused(page))?.at).toBeLessThan(before);
  });
}

test('the first Tab offers to skip to the text', async ({ page }) => {
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.activeElement?.closest('#main') !== null);
  expect(inMain).toBe(true);
});

for (const [layer, opener, key] of [
  ['#preferences', '[popovertarget=preferences]', 'Enter'],
  ['#keys', '.skip', '?'],
  ['dialog[open]', '[popovertarget=preferences]', '/'],
] as const) {
  test(`Escape closes ${layer} and gives the focus back`, async ({ page }) => {
    await page.locator(opener).focus();
    await page.keyboard.press(key);
    await expect(page.locator(layer)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator(layer)).toBeHidden();
    await expect(page.locator(opener)).toBeFocused();
  });
}

test('Escape closes each sheet and gives the focus back to its tab', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of await page.locator('.tabs button').all()) {
    const sheet = page.locator(`#${await tab.getAttribute('popovertarget')}`);
    await tab.focus();
    await page.keyboard.press('Enter');
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Tab');
    const inside = await sheet.evaluate((element) => element.contains(document.activeElement));
    expect(inside, 'Tab goes on into the sheet').toBe(true);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(tab).toBeFocused();
  }
});

test('selected words lead to their bar and back', async ({ page }) => {
  await selectWords(page);
  await page.keyboard.press('c');
  const bar = page.getByRole('toolbar', { name: 'The selected words' });
  await expect(bar.getByRole('button', { name: 'Copy link' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('button', { name: 'Copy quote' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});
