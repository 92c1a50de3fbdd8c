import { expect, type Page, test } from '@playwright/test';

const field = (page: Page) => page.locator('#main-search');
const count = (page: Page) => page.locator('#results .eyebrow').first();

test('the search page answers while one types; Back leads from search to search', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/search');
  await field(page).pressSequentially('latent', { delay: 20 });
  await expect(page.locator('#results [data-hit] mark').first()).toBeVisible();
  await expect(page).toHaveURL('/search?q=latent');
  await expect(page).toHaveTitle(/^latent/);
  await field(page).press('Enter');
  const first = await count(page).innerText();
  await field(page).fill('world');
  await expect(page).toHaveURL('/search?q=world');
  await field(page).fill('world model');
  await expect(page).toHaveURL('/search?q=world+model');
  await expect(count(page)).not.toHaveText(first);
  await expect(page.locator('main > [role=status]')).toHaveText(await count(page).innerText());
  await field(page).press('Enter');

  await page.goBack();
  await expect(page).toHaveURL('/search?q=latent');
  await expect(field(page)).toHaveValue('latent');
  await expect(count(page)).toHaveText(first);
  await page.goBack();
  await expect(page).toHaveURL('/search');
  await expect(page.locator('#results dl')).toBeVisible();
  await page.goForward();
  await expect(field(page)).toHaveValue('latent');
  await expect(count(page)).toHaveText(first);
  expect(complaints).toEqual([]);
});

test('a result that is opened and left again brings the search back', async ({ page }) => {
  await page.goto('/search');
  await field(page).fill('latent');
  await page.locator('#results [data-hit] a').first().click();
  await expect(page).toHaveURL(/\/episodes\//);
  await page.goBack();
  await expect(field(page)).toHaveValue('latent');
  await expect(page.locator('#results [data-hit]').first()).toBeVisible();
});

test('late pages never replace newer ones, and what was found stays meanwhile', async ({
  page,
}) => {
  await page.goto('/search?q=latent');
  await page.route('**/search?q=world', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 900));
    await route.continue().catch(() => {});
  });
  await field(page).fill('world');
  await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('#results [data-hit] mark').first()).toHaveText(/latent/i);
  await field(page).fill('zzzzqqqq');
  await expect(count(page)).toHaveText('Nothing found');
  await page.waitForTimeout(1000);
  await expect(count(page)).toHaveText('Nothing found');
  await expect(page).toHaveURL('/search?q=zzzzqqqq');
});

test('filters are carried along while one types', async ({ page }) => {
  await page.goto('/search?q=latent&speaker=ethan-he');
  await field(page).fill('model');
  await expect(page).toHaveURL('/search?q=model&speaker=ethan-he');
  await expect(page.locator('#results [data-hit]').first()).toContainText('Ethan He');
});
