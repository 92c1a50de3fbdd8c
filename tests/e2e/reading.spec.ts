import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function openEpisode(page: Page, ending = '') {
  await page.goto('/');
  const href = await page.locator('article h2 a').first().getAttribute('href');
  await page.goto(`${href}${ending}`);
}
const size = (page: Page) =>
  page
    .locator('.said')
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test.describe('how to read', () => {
  test('is chosen by keyboard, applies at once, and stays on this device', async ({ page }) => {
    await openEpisode(page);
    const usual = await size(page);
    await page.getByRole('button', { name: /How to read/ }).click();
    await page.getByRole('radio', { name: 'Normal' }).first().focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('radio', { name: 'Sans' }).check({ force: true });
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    expect(await size(page)).toBeGreaterThan(usual);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);

    await page.reload();
    expect(await size(page)).toBeGreaterThan(usual);
    await expect(page.locator('html')).toHaveAttribute('data-face', 'sans');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: /How to read/ }).click();
    await expect(page.getByRole('radio', { name: 'Large', exact: true })).toBeChecked();
    await page.getByRole('radio', { name: 'System' }).check({ force: true });
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });
});

test.describe('the ribbon', () => {
  test('goes by turn and by section, and says where it is', async ({ page }) => {
    await openEpisode(page);
    const ribbon = page.getByRole('slider', { name: 'Place in the episode' });
    await ribbon.focus();
    const place = () => ribbon.getAttribute('aria-valuetext');
    const start = await place();
    await page.keyboard.press('ArrowRight');
    expect(await place()).not.toBe(start);
    await page.keyboard.press('Home');
    expect(await place()).toBe(start);
    await page.keyboard.press('PageUp');
    const second = await page.locator('.topic').nth(1).getAttribute('aria-label');
    expect(await place()).toContain(second);
    await expect(page.locator('.topic').nth(1).locator('.turn').first()).toBeInViewport();
    await page.keyboard.press('End');
    await expect(page.locator('.turn').last()).toBeInViewport();
    expect(Number(await ribbon.getAttribute('aria-valuenow'))).toBeGreaterThan(60);
  });

  test('has a text that says the same', async ({ page }) => {
    await openEpisode(page);
    await page.getByText('Who speaks when', { exact: true }).click();
    const rows = page.locator('#panel-speakers ol li');
    await expect(rows).toHaveCount(await page.locator('.topic').count());
    await expect(rows.first()).toContainText('%');
  });
});

test('j and k go by section, ? lists the keys', async ({ page }) => {
  await openEpisode(page);
  const ids = await page
    .locator('.topic')
    .evaluateAll((topics) => topics.map((topic) => `#${topic.id}`));
  const at = () => page.evaluate(() => location.hash);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await at()).toBe(ids[1]);
  await page.keyboard.press('k');
  expect(await at()).toBe(ids[0]);
  const keys = page.getByRole('region', { name: 'Keys' });
  await page.keyboard.press('?');
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test.describe('a shorter reading', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`keeps the densest turns, and opens what it leaves out, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      await openEpisode(page);
      await page.getByRole('link', { name: '10 min' }).click();
      await expect(page).toHaveURL(/minutes=10/);
      const all = await page.locator('.turn').count();
      const shown = await page.locator('.turn:not(details.gap .turn)').count();
      expect(shown).toBeGreaterThan(5);
      expect(shown).toBeLessThan(all / 2);
      const gap = page.locator('details.gap').first();
      await expect(gap.locator('.turn').first()).toBeHidden();
      await gap.locator('summary').click();
      await expect(gap.locator('.turn').first()).toBeVisible();
      await page.getByRole('link', { name: /^all, / }).click();
      await expect(page.locator('details.gap')).toHaveCount(0);
      await context.close();
    });
  }

  test('opens a gap for whoever is led into it', async ({ page }) => {
    await openEpisode(page, '?minutes=5');
    const id = await page.locator('details.gap .turn').last().getAttribute('id');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  });
});
