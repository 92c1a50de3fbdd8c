import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type OwnSite, openSite } from './site.ts';

let site: OwnSite;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openSite(async (root, env) => {
    const args = ['--import', 'tsx', 'scripts/people.ts', 'apply'];
    await promisify(execFile)(process.execPath, [...args, 'seeds/people/latent-space.txt'], {
      cwd: root,
      env,
    });
  });
});
test.afterAll(() => site.stop());

test('an old address of a speaker leads to their page, which says how the transcripts call them', async ({
  page,
}) => {
  const old = await page.request.get(`${site.url}/speakers/shawn-swyx-wang`, { maxRedirects: 0 });
  expect(old.status()).toBe(308);
  await page.goto(`${site.url}/speakers/shawn-swyx-wang`);
  expect(new URL(page.url()).pathname).toBe('/speakers/shawn-wang');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shawn Wang');
  await expect(page.getByText('Also in the transcripts as Shawn “Swyx” Wang.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);

  expect((await page.request.get(`${site.url}/speakers/nobody-at-all`)).status()).toBe(404);
  const markdown = await page.request.get(`${site.url}/speakers/shawn-swyx-wang.md`);
  expect(await markdown.text()).toContain('Also in the transcripts as Shawn “Swyx” Wang.');
  const picture = await page.request.get(`${site.url}/speakers/shawn-swyx-wang/picture.png`);
  expect(picture.status()).toBe(200);
});

test('a search by the old name or the old address finds what they said', async ({ page }) => {
  for (const query of ['q=grok+speaker%3A%22swyx%22', 'q=grok&speaker=shawn-swyx-wang']) {
    const answer = await page.request.get(`${site.url}/api/search?${query}`);
    const { total, hits } = await answer.json();
    expect(total).toBeGreaterThan(0);
    for (const { speaker } of hits)
      expect(speaker).toEqual({ slug: 'shawn-wang', name: 'Shawn Wang' });
  }
  await page.goto(`${site.url}/search?q=grok&speaker=shawn-swyx-wang`);
  await expect(page.locator('[data-hit]').first()).toContainText('Shawn Wang');
});
