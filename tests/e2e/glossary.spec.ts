import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type OwnSite, openSite } from './site.ts';

let site: OwnSite;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openSite(async (root, env) => {
    const args = ['--import', 'tsx', 'scripts/glossary.ts', 'apply'];
    await promisify(execFile)(process.execPath, [...args, 'seeds/glossary/latent-space.txt'], {
      cwd: root,
      env,
    });
  });
});
test.afterAll(() => site.stop());

test('a misheard name is found, is shown as meant, and shows the transcript’s own words', async ({
  page,
}) => {
  await page.goto(`${site.url}/search?q=%22grok+imagine+asian+mode%22`);
  const hit = page.locator('[data-hit]');
  await expect(hit).toHaveCount(1);
  await expect(hit.locator('mark')).toContainText('Garcia Magic Asian mode');
  await expect(hit).toContainText('“Garcia Magic” was probably Grok Imagine');

  await hit.locator('a').first().click();
  const word = page.locator('mark .misheard');
  await expect(word).toContainText('Grok Imagine');
  const note = word.locator('.heard');
  await expect(note).toContainText('In the transcript: “Garcia Magic”');
  const shown = () => note.evaluate((element) => element.getBoundingClientRect().width > 20);
  expect(await shown()).toBe(false);
  await word.hover();
  await expect.poll(shown).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(shown).toBe(false);
  await page.mouse.move(0, 0);
  await word.focus();
  await expect.poll(shown).toBe(true);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
});

test('touch shows the transcript’s own words, within the screen and without scripts', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${site.url}/search?q=%22garcia+magic%22`);
  await page.goto(`${site.url}${await page.locator('[data-hit] a').first().getAttribute('href')}`);
  const word = page.locator('.misheard', { hasText: 'Garcia Magic' });
  await word.tap();
  const box = await word.locator('.heard').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  expect(box?.width).toBeGreaterThan(100);
  await context.close();
});

test('downloads and the API keep the stored words', async ({ request }) => {
  const [hit] = (await (await request.get(`${site.url}/api/search?q="garcia+magic"`)).json()).hits;
  expect(hit).toMatchObject({ misheard: [{ heard: 'Garcia Magic', term: 'Grok Imagine' }] });
  expect(hit.text).toContain('Garcia Magic');
  const slug = hit.episode.slug;
  const text = await (await request.get(`${site.url}/episodes/${slug}/transcript.txt`)).text();
  expect(text).toContain('Garcia Magic');
});
