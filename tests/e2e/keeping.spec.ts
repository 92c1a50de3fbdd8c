import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function openEpisode(page: Page) {
  await page.goto('/');
  const href = (await page.locator('article h2 a').first().getAttribute('href')) ?? '';
  await page.goto(href);
  return href;
}

/** Selects the first words of a turn's text. */
const select = (page: Page, turn: number) =>
  page
    .locator('.turn')
    .nth(turn)
    .locator('.said')
    .first()
    .evaluate((said) => {
      said.scrollIntoView({ block: 'center', behavior: 'instant' });
      const text = document.createTreeWalker(said, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, Math.min(40, text.length));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });

test('words are kept with a note, marked where they stand, saved, and let go', async ({ page }) => {
  const href = await openEpisode(page);
  await select(page, 4);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.locator('#toast')).toHaveText('Kept on this device');
  const marked = () => page.evaluate(() => CSS.highlights.get('kept')?.size ?? 0);
  expect(await marked()).toBe(1);
  await page.reload();
  await expect.poll(marked).toBe(1);

  await page.goto('/kept');
  const item = page.locator('[data-kept-list] li');
  await expect(item).toHaveCount(1);
  await item.getByLabel('Note').fill('Worth quoting.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
  await page.reload();
  await expect(item.getByLabel('Note')).toHaveValue('Worth quoting.');

  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  expect(await saved('Save as Markdown')).toContain('Worth quoting.');
  const { kept } = JSON.parse(await saved('Save as JSON'));
  expect(kept).toMatchObject([{ path: href, note: 'Worth quoting.' }]);

  await item.getByRole('link').click();
  await expect(page.locator('mark').first()).toBeInViewport();
  await page.goto('/kept');
  await item.getByRole('button', { name: 'Let go' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
});

test('of a word that is said again and again the one is marked that was kept', async ({ page }) => {
  await openEpisode(page);
  /** Selects the last “the” of the first turn that has five, and says how many characters stand before it. */
  const before = await page.evaluate(() => {
    for (const said of document.querySelectorAll('.said')) {
      const node = said.firstChild;
      const places = [...(node?.textContent ?? '').matchAll(/\bthe\b/g)];
      const last = places.at(-1);
      if (!(node instanceof Text) || !last || places.length < 5) continue;
      said.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()?.setBaseAndExtent(node, last.index, node, last.index + 3);
      return last.index;
    }
    throw new Error('Nobody says “the” five times.');
  });
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('kept') ?? [])].map((range) => [range.toString(), range.startOffset]),
    );
  expect(await marked()).toEqual([['the', before]]);
  await page.reload();
  await expect.poll(marked).toEqual([['the', before]]);
});

test('what this device has kept and is broken costs nothing else', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  const href = await openEpisode(page);
  const whole = {
    passages: [{ speaker: 'Ann Lee', text: 'Kites fly.' }],
    episode: 'Kites',
    show: 'Tides',
    date: null,
    language: 'en',
    startMs: 0,
    estimated: false,
    url: new URL(`${href}?at=x#turn-a`, page.url()).href,
    path: href,
    note: '',
    keptAt: '2026-06-02T00:00:00Z',
  };
  const kept = [
    { ...whole, date: 'soon' },
    { ...whole, url: 'javascript:alert(1)' },
    { ...whole, passages: [{ speaker: {}, text: 'No.' }] },
    { ...whole, passages: null },
    null,
    whole,
  ];
  for (const [stored, count] of [
    [JSON.stringify(kept), 1],
    ['[{"passages":', 0],
    ['{}', 0],
  ] as const) {
    await page.evaluate((text) => {
      localStorage.setItem('kept-words', text);
      localStorage.setItem('reading-places', text);
    }, stored);
    for (const address of ['/', href, '/kept']) await page.goto(address);
    await expect(page.locator('[data-kept-list] li')).toHaveCount(count);
    await expect(page.getByText('Nothing yet.')).toBeVisible({ visible: count === 0 });
  }
  expect(complaints).toEqual([]);
});

test('the library leads back to where one was reading', async ({ page }) => {
  const href = await openEpisode(page);
  const turn = page.locator('.turn').nth(60);
  await turn.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollBy(0, 300));
  await page.goto('/');
  const link = page.locator('[data-continue] li a');
  await expect(link).toHaveCount(1);
  await expect(page.locator('[data-continue]')).toContainText('% read');
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${href}#turn-`));
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
});

test('without scripts nothing is promised', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('/kept');
  await expect(page.getByText('Keeping works with JavaScript')).toBeVisible();
  await expect(page.getByText('Nothing yet.')).toBeHidden();
  await page.goto('/');
  await expect(page.locator('[data-continue]')).toBeHidden();
  await context.close();
});
