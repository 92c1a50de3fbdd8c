import { expect, type Page, test } from '@playwright/test';

const field = (page: Page) => page.locator('#episode-search');
const status = (page: Page) => page.locator('[data-hit-status]');

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.locator('article h2 a').first().click();
  await field(page).fill('world model');
  await field(page).press('Enter');
  await expect(status(page)).toContainText(/^1 of \d+ for world model/);
});

test('Enter goes on to the next match, Shift-Enter back, without leaving the field', async ({
  page,
}) => {
  await expect(page.locator('#hit-1')).toBeInViewport();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(/^2 of/);
  await expect(page.locator('mark.now')).toBeInViewport();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  const total = await page.locator('mark[id^="hit-"]').count();
  await expect(status(page)).toContainText(`${total} of ${total}`);
});

test('other words are another search; letters step only outside of the field', async ({ page }) => {
  await page.keyboard.press('End');
  await page.keyboard.type('s');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=world\+models#hit-1$/);
  await expect(status(page)).toContainText(/^1 of \d+ for world models/);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(status(page)).toContainText(/^2 of/);
  await page.keyboard.press('N');
  await expect(status(page)).toContainText(/^1 of/);
});

test('a click on the rail goes to the match that is marked there', async ({ page }) => {
  const last = page.locator('mark[id^="hit-"]').last();
  const total = await page.locator('mark[id^="hit-"]').count();
  const second = await last.evaluate((mark) =>
    Number((mark.closest('.turn') as HTMLElement).dataset.s),
  );
  const rail = page.locator('[data-ribbon]');
  const box = await rail.boundingBox();
  const end = Number(await rail.getAttribute('data-ribbon'));
  if (!box) throw new Error('The ribbon is not there.');
  await page.mouse.click(box.x + (second * 1000 * box.width) / end, box.y + box.height + 4);
  const now = page.locator('mark.now');
  await expect(now).toBeInViewport();
  expect(Number((await status(page).innerText()).split(' ')[0])).toBeGreaterThan(total / 2);
});

test('the way through the matches fits on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.locator('[data-hit-step="1"]')).toBeInViewport({ ratio: 1 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
});
