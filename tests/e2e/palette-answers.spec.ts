import { expect, test } from '@playwright/test';
import { answerSaying, asked, field, open, options, palette, status, visit } from './palette-page';

test.beforeEach(async ({ page }) => {
  await visit(page, '/');
});

test('“n more in this episode” leads to all of them', async ({ page }) => {
  await open(page, 'model');
  const more = options(page)
    .filter({ hasText: /^\d+ more in this episode$/ })
    .first();
  const count = Number((await more.innerText()).split(' ')[0]) + 3;
  await more.click();
  await expect(page).toHaveURL(/\/search\?q=model&episode=[a-z0-9-]+$/);
  await expect(page.locator('#results')).toContainText(`${count} passages`);
});

test('keys of an input method are left alone', async ({ page }) => {
  await open(page, 'model');
  const client = await page.context().newCDPSession(page);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/search')) sent.push(asked(request.url()));
  });
  await field(page).fill('');
  await client.send('Input.imeSetComposition', {
    text: 'せか',
    selectionStart: 2,
    selectionEnd: 2,
  });
  for (const key of ['ArrowDown', 'Enter']) {
    await field(page).dispatchEvent('keydown', { key, isComposing: true });
    await field(page).dispatchEvent('keydown', { key, keyCode: 229 });
  }
  await page.waitForTimeout(250);
  expect(sent).toEqual([]);
  await expect(palette(page)).toBeVisible();
  await client.send('Input.insertText', { text: '世界' });
  await expect(field(page)).toHaveValue('世界');
  await expect.poll(() => sent).toEqual(['世界']);
});

test('a late answer never replaces a newer one, and a slow one is signalled', async ({ page }) => {
  await page.route('**/api/search?*', async (route) => {
    const words = asked(route.request().url());
    await new Promise((resolve) => setTimeout(resolve, words === 'slow' ? 900 : 50));
    // An abandoned request has nobody to answer.
    await route.fulfill({ json: answerSaying(words) }).catch(() => {});
  });
  await open(page, 'old');
  await expect(options(page).nth(1)).toContainText('old');
  await field(page).fill('slow');
  await expect(palette(page)).toHaveClass(/stalled/);
  await expect(options(page).first()).toContainText('“slow”');
  await expect(options(page).nth(1), 'what was found stays').toContainText('old');
  await field(page).fill('new');
  await expect(options(page).nth(1)).toContainText('new');
  await expect(palette(page)).not.toHaveClass(/stalled/);
  await page.waitForTimeout(1000);
  await expect(options(page).nth(1)).toContainText('new');
});

test('a row chosen by the arrows stays chosen when the answer to the last letters arrives', async ({
  page,
}) => {
  await page.route('**/api/search?*', async (route) => {
    const words = asked(route.request().url());
    await new Promise((resolve) => setTimeout(resolve, words === 'models' ? 500 : 0));
    await route.fulfill({ json: answerSaying(words) }).catch(() => {});
  });
  await open(page, 'model');
  await page.keyboard.type('s');
  await expect(options(page).first()).toContainText('“models”');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(options(page).nth(1)).toContainText('models');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('nothing found says so and offers what was meant', async ({ page }) => {
  await page.route('**/api/search?*', (route) =>
    route.fulfill({
      json:
        asked(route.request().url()) === 'modle'
          ? { total: 0, totalIsExact: true, hits: [], suggestions: ['model'] }
          : {
              ...answerSaying('model'),
              hits: [{ ...answerSaying('model').hits[0], how: 'sound' }],
            },
    }),
  );
  await open(page, 'modle');
  await expect(status(page)).toHaveText('Nothing found');
  await palette(page).getByRole('option', { name: 'model', exact: true }).click();
  await expect(field(page)).toHaveValue('model');
  await expect(field(page)).toBeFocused();
  await expect(options(page).nth(1)).toContainText('sounds like');
});

test('an answer that does not come is said, and the search page is one key away', async ({
  page,
}) => {
  await page.route('**/api/search?*', (route) => route.abort());
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('model');
  await expect(status(page)).toContainText('does not answer');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=model');
});

test('hits stand by episode: three each, then the rest as a link', async ({ page }) => {
  const [hit] = answerSaying('model').hits;
  const of = (slug: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...hit,
      episode: { ...hit?.episode, slug, title: `Talk ${slug}` },
      url: `/episodes/${slug}#turn-${i}`,
    }));
  await page.route('**/api/search?*', (route) =>
    route.fulfill({
      json: {
        total: 1234,
        totalIsExact: false,
        hits: [...of('a', 3), ...of('b', 1)],
        episodes: {
          total: 2,
          shown: [
            { slug: 'a', total: 1233 },
            { slug: 'b', total: 1 },
          ],
        },
      },
    }),
  );
  await open(page, 'model');
  await expect(status(page)).toHaveText('1,234+ passages in 2 episodes');
  const groups = palette(page).getByRole('group');
  await expect(groups).toHaveCount(2);
  await expect(groups.first()).toHaveAccessibleName('Talk a · A show');
  await expect(groups.first().getByRole('option')).toHaveCount(4);
  await expect(groups.first().getByRole('option').last()).toHaveText('1,230 more in this episode');
  await expect(groups.last().getByRole('option')).toHaveCount(1);
});
