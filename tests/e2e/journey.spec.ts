import { expect, type Page, test } from '@playwright/test';

/** The element is inside the window, not merely in the document. */
async function expectInView(page: Page, selector: string) {
  await expect(page.locator(selector).first()).toBeInViewport({ ratio: 0.5 });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('library → a topic → the passage that explains it → its very words', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('banner').getByRole('link', { name: 'Topics' }).click();
      await page.getByRole('link', { name: 'Flipbook', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Flipbook');
      await page.locator('main figure a').first().click();
      await expect(page).toHaveURL(/\/episodes\/[^?]+\?q=.*#turn-/);
      const turn = new URL(page.url()).hash;
      const words = page.locator(`.turn:has(${turn}) mark, ${turn} mark`).first();
      await expect(words).toBeInViewport({ ratio: 1 });
      expect(await words.innerText()).toBe('Flipbook');
    });

    test('library → episode → section → search → the words → a quote’s link, opened fresh', async ({
      page,
      context,
      baseURL,
    }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.locator('article h2 a').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const episodeUrl = new URL(page.url());
      expect(episodeUrl.pathname).toMatch(/^\/episodes\/[a-z0-9-]+$/);

      const sections = page.locator('.toc > ol > li > a');
      expect(await sections.count()).toBeGreaterThanOrEqual(8);
      const section = sections.nth(5);
      const anchor = await section.getAttribute('href');
      await section.click();
      await expect(page).toHaveURL(new RegExp(`${anchor}$`));
      await expectInView(page, `${anchor} h2`);

      await page.locator('#site-search').fill('"latent space"');
      await page.locator('#site-search').press('Enter');
      await expect(page).toHaveURL(/\/search\?q=/);
      const hit = page.locator('[data-hit]').first();
      await expect(hit.locator('mark').first()).toBeVisible();
      await hit.locator('a').first().click();
      await expect(page).toHaveURL(/\/episodes\/[^?]+\?q=.*#turn-/);
      const turn = new URL(page.url()).hash;
      const words = page.locator(`.turn:has(${turn}) mark, ${turn} mark`).first();
      await expect(words).toBeInViewport({ ratio: 1 });
      expect((await words.innerText()).toLowerCase()).toContain('latent');

      await page.goto(episodeUrl.pathname);
      const link = page.locator('#panel-quotes .copy').first();
      const quote = (await page.locator('#panel-quotes blockquote').first().innerText()).trim();
      const href = await link.getAttribute('href');
      let address = new URL(href ?? '', baseURL).href;
      if (javaScriptEnabled) {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await link.click();
        await expect(page.locator('#toast')).toHaveText('Link copied');
        address = await page.evaluate(() => navigator.clipboard.readText());
      }
      const fresh = await context.newPage();
      const response = await fresh.goto(address);
      expect(response?.status()).toBe(200);
      await expect(fresh.locator('blockquote').first()).toContainText(quote);
      await fresh.getByRole('link', { name: 'Read it in the episode' }).click();
      await expect(fresh.locator('mark').first()).toBeInViewport();
    });

    test('a time link and a turn link land on their place', async ({ page }) => {
      await page.goto('/');
      await page.locator('article h2 a').first().click();
      const time = page.locator('.turn .time[id]').nth(60);
      const href = await time.getAttribute('href');
      const path = new URL(page.url()).pathname;
      await page.goto('/');
      await page.goto(`${path}${href}`);
      await expect(page.locator(`[id="${href?.slice(1)}"]`)).toBeInViewport();
      const turn = await page.locator('.turn').nth(100).getAttribute('id');
      await page.goto('/');
      await page.goto(`${path}#${turn}`);
      await expect(page.locator(`#${turn} .who`)).toBeInViewport();
    });
  });
}

test('a time between two turns opens at the one being spoken', async ({ page }) => {
  await page.goto('/');
  await page.locator('article h2 a').first().click();
  await expect(page.locator('.turn').first()).toBeVisible();
  const starts = await page
    .locator('.turn')
    .evaluateAll((turns) => turns.map((turn) => Number((turn as HTMLElement).dataset.s)));
  const at = starts.findIndex((second, i) => i > 50 && (starts[i + 1] ?? 0) > second + 5);
  await page.goto(`${new URL(page.url()).pathname}#t=${(starts[at] ?? 0) + 3}`);
  await expect(page.locator('.turn').nth(at).locator('.who')).toBeInViewport();
});

test('one click copies the link of a turn and of a section', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.locator('article h2 a').first().click();
  const path = new URL(page.url()).pathname;
  for (const [place, kind] of [
    ['.turn >> nth=3', 'turn-'],
    ['.topic-head >> nth=2', 's-'],
  ] as const) {
    await page.locator(place).hover();
    await page.locator(place).locator('.copy').click();
    await expect(page.locator('#toast')).toHaveText('Link copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.startsWith(`${baseURL}${path}#${kind}`)).toBe(true);
    await page.goto('/');
    await page.goto(copied);
    await expect(page.locator(`[id="${new URL(copied).hash.slice(1)}"]`)).toBeInViewport();
    await page.goto(path);
  }
});

test('stepping through the hits of an episode', async ({ page }) => {
  await page.goto('/');
  await page.locator('article h2 a').first().click();
  await page.locator('#episode-search').fill('world model');
  await page.locator('#episode-search').press('Enter');
  await expect(page.locator('[data-hit-status]')).toContainText(/1 of \d+ for/);
  await page.keyboard.press('Escape');
  await page.locator('[data-hit-step="1"]').click();
  await expect(page.locator('[data-hit-status]')).toContainText(/2 of \d+ for/);
  await expect(page.locator('mark.now')).toBeInViewport();
  await page.keyboard.press('p');
  await expect(page.locator('[data-hit-status]')).toContainText(/1 of \d+ for/);
});

test('reading one voice alone keeps the place and is in the address', async ({ page }) => {
  await page.goto('/');
  await page.locator('article h2 a').first().click();
  const voice = page.locator('a[data-solo]').first();
  const slug = await voice.getAttribute('data-slug');
  await voice.click();
  await expect(page).toHaveURL(new RegExp(`speaker=${slug}`));
  await expect(page.locator('.turns.solo')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('.turns.solo .turn.kept').first()).toBeVisible();
});

test('“/” leads to the search, and the theme is remembered', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search every word' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.locator('[data-theme-toggle]').click();
  const theme = await page.locator('html').getAttribute('data-theme');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme ?? '');
});

test('on a phone the panels are sheets, and a link in one closes it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.locator('article h2 a').first().click();
  await expect(page.locator('#panel-sections')).toBeHidden();
  await page.getByRole('button', { name: 'Sections' }).click();
  const link = page.locator('.toc a').nth(4);
  const anchor = await link.getAttribute('href');
  await link.click();
  await expect(page.locator('#panel-sections')).toBeHidden();
  await expectInView(page, `${anchor} h2`);
});
