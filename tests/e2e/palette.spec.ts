import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { field, open, options, palette, status, visit } from './palette-page';

test.beforeEach(async ({ page }) => {
  await visit(page, '/');
});

for (const key of ['/', 'Control+k', 'Meta+k']) {
  test(`“${key}” opens the palette, Escape gives the focus back`, async ({ page }) => {
    const link = page.locator('article h2 a').first();
    await link.focus();
    for (let times = 0; times < 2; times++) {
      await page.keyboard.press(key);
      await expect(field(page)).toBeFocused();
      await expect(field(page)).toHaveValue('');
      await page.keyboard.press('Escape');
      await expect(palette(page)).toBeHidden();
      await expect(link).toBeFocused();
    }
  });
}

test('letters typed before the palette is there are not lost, and “/” is a letter in a field', async ({
  page,
}) => {
  await page.route('**/_next/static/chunks/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.type('and/or', { delay: 5 });
  await expect(field(page)).toHaveValue('and/or');
  await expect(options(page).first()).toHaveText('Search all for “and/or”');
});

test('arrows and Enter land on the words', async ({ page }) => {
  await open(page, 'world model');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(options(page).nth(2).locator('mark').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = options(page).nth(2);
  await expect(chosen).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute(
    'aria-activedescendant',
    (await chosen.getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/episodes\/[^?]+\?q=.*#turn-/);
  const turn = new URL(page.url()).hash;
  await expect(page.locator(`.turn:has(${turn}) mark, ${turn} mark`).first()).toBeInViewport();
});

test('arrows go around, Home and End to the ends', async ({ page }) => {
  await open(page, 'world model');
  await expect(options(page).nth(3)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(palette(page).locator('[aria-selected=true]')).toHaveCount(1);
});

test('Enter searches all, and the search is remembered until it is cleared', async ({ page }) => {
  await open(page, 'world model');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=world+model');
  await visit(page, '/');
  await open(page);
  await expect(options(page)).toHaveText(['world model']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('world model');
  await expect(status(page)).toContainText('passages');
  await field(page).fill('');
  await palette(page).getByRole('button', { name: 'Clear' }).click();
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
});

test('Ctrl-Enter opens a tab of its own', async ({ page, context }) => {
  await open(page, 'world model');
  await expect(options(page).nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await expect(await opened).toHaveURL(/\/episodes\//);
  await expect(palette(page)).toBeVisible();
});

test('the page behind does not scroll', async ({ page }) => {
  await visit(page, (await page.locator('article h2 a').first().getAttribute('href')) ?? '');
  await open(page, 'model');
  await page.mouse.move(10, 400);
  await page.mouse.wheel(0, 600);
  await palette(page).getByRole('listbox').hover();
  await page.mouse.wheel(0, 6000);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing with the palette open, ${colorScheme}, ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      for (const words of ['', 'world model', 'zzzzqqqq']) {
        await visit(page, '/');
        await open(page, words);
        if (words === 'world model') await expect(options(page).nth(1)).toBeVisible();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`),
          `for “${words}”`,
        ).toEqual([]);
      }
    });
  }
}

test('on a phone it fills the window, and rows are the size of a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('#site-search').click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('model');
  await expect(options(page).nth(1)).toBeVisible();
  expect(await palette(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  for (const option of await options(page).all()) {
    expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Close the search' }).click();
  await expect(palette(page)).toBeHidden();
});
