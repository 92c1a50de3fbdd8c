import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** From the seed: Ethan He, on where improvements come from. */
const SAID = 'a lot of the improvements does not come from new algorithms';
const ALTERED = 'a lot of the improvements come from brand new algorithms';
const ELSEWHERE = 'Bread needs flour and water and a great deal of patience';

const addressOf = (text: string) => `/check?${new URLSearchParams({ text })}`;

async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`);
}

test('somebody pastes a misquote and sees what was said, by whom, and where', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Check a quote' }).click();
  await page.getByLabel('The quote, as you remember').fill(`“${ALTERED}” — Elon Musk`);
  await page.getByRole('button', { name: 'Check the quote' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Said, but not like this/);
  await expect(page.locator('[data-diff] del')).toHaveText([/brand/]);
  await expect(page.locator('[data-diff] ins')).toHaveText([/does not/]);
  await expect(page.locator('[data-reasons]')).toContainText('word of denial');
  await expect(page.locator('[data-reasons]')).toContainText('names Elon Musk; it was Ethan He');
  await expect(page.locator('[data-citation]')).toContainText(`“${SAID}.” — Ethan He`);
  await expect(page.locator('.check .turn')).toHaveCount(3);
  await expect(page.locator('.check .turn mark')).toContainText(SAID);
});

test('its link opens the reader on the very words', async ({ page }) => {
  await page.goto(addressOf(ALTERED));
  await page.getByRole('link', { name: 'Read it in the episode' }).click();
  await expect(page).toHaveURL(/\/episodes\/.*\?at=/);
  const mark = page.locator('mark').filter({ hasText: SAID });
  await expect(mark).toHaveCount(1);
  await expect(mark).toBeInViewport();
});

test('without JavaScript all of it works', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/check');
  await page.getByLabel('The quote, as you remember').fill(SAID.toUpperCase());
  await page.getByRole('button', { name: 'Check the quote' }).click();
  await expect(page).toHaveURL(/\/check\?text=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Said word for word/);
  await expect(page.locator('[data-score]')).toHaveText('100 %');
  await expect(page.locator('[data-citation]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
  await context.close();
});

test('what nobody said is not found, and too little is refused in a sentence', async ({ page }) => {
  await page.goto(addressOf(ELSEWHERE));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Not found here/);
  await page.goto(addressOf('too few words'));
  await expect(page.getByText('A quote needs at least 5')).toBeVisible();
  await page.goto(addressOf('<script>document.title = "taken"</script> <b>was it said so</b>'));
  await expect(page.locator('.check b, .check script')).toHaveCount(0);
});

test('the API says the same in JSON', async ({ request }) => {
  const response = await request.get(`/api${addressOf(ALTERED)}`);
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    text: ALTERED,
    verdict: 'altered',
    score: expect.any(Number),
    match: {
      episode: { slug: expect.any(String), title: expect.any(String) },
      show: { title: 'Latent Space' },
      date: '2026-06-01',
      speaker: { name: 'Ethan He' },
      turnId: expect.any(String),
      startMs: expect.any(Number),
      timing: 'estimated',
      said: `${SAID}.`,
      diff: [
        { kind: 'same' },
        { kind: 'missing', published: '', said: 'does not' },
        { kind: 'same' },
        { kind: 'added', published: 'brand', said: '' },
        { kind: 'same' },
      ],
      context: [{ quoted: null }, { quoted: { start: expect.any(Number) } }, { quoted: null }],
      url: expect.stringMatching(/^\/episodes\/.+\?at=.+#turn-/),
    },
    others: [],
  });
  for (const text of ['', 'too few words', 'word '.repeat(2_001)]) {
    const refused = await request.get(`/api${addressOf(text)}`);
    expect(refused.status()).toBe(400);
    expect(await refused.json()).toMatchObject({
      error: { code: 'bad_request', message: expect.stringContaining('“text”') },
    });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        colorScheme,
        baseURL,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      for (const text of [
        ALTERED,
        `${SAID} … those give the biggest boost`,
        ELSEWHERE,
        'short',
        '',
      ]) {
        await page.goto(addressOf(text));
        expect(await axe(page), text).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, `“${text}” scrolls sideways`).toBeLessThanOrEqual(0);
      }
      await context.close();
    });
  }
}
