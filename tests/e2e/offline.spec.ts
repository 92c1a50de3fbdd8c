import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openSite } from './site';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXAMPLE = path.join(ROOT, 'seeds/examples/tidal-kites.txt');

test.use({ serviceWorkers: 'allow' });

async function episodeOf(page: Page): Promise<string> {
  const { episodes } = await (await page.request.get('/api/episodes')).json();
  return `/episodes/${episodes[0].slug}`;
}

const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    if (!(await caches.has('earmark-pages-1'))) return [];
    const requests = await (await caches.open('earmark-pages-1')).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });

test('an opened episode can be read where the site cannot be reached, as it was last', async ({
  page,
}) => {
  test.setTimeout(120_000);
  let env = process.env;
  const ingest = (title: string) =>
    execFileSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/ingest.ts', EXAMPLE, '--title', title, '--slug', 'kites'],
      {
        cwd: ROOT,
        env,
        stdio: 'ignore',
      },
    );
  const site = await openSite(async (_, given) => {
    env = given;
    ingest('As it was');
  });
  const at = (path: string) => new URL(path, site.url).href;
  try {
    await page.goto(at('/episodes/kites'));
    await expect.poll(() => keptPaths(page)).toEqual(['/episodes/kites']);
    // While the site can be reached, what is kept is never shown in its place.
    ingest('As it is');
    await page.goto(at('/episodes/kites'));
    await expect(page.locator('h1')).toHaveText('As it is');
    await page.waitForLoadState('networkidle');
  } finally {
    await site.stop();
  }
  await page.goto(at('/episodes/kites?q=kite'));
  await expect(page.locator('h1')).toHaveText('As it is');
  await expect(page.locator('.turn').first()).toBeVisible();
  // Styles and scripts are there too.
  await page.locator('[popovertarget=preferences]').click();
  await expect(page.locator('#preferences')).toBeVisible();
  await page.goto(at('/topics'));
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'As it is' })).toHaveAttribute(
    'href',
    '/episodes/kites',
  );
});

test('only episodes are kept: no searches, no answers for programs, nothing that failed', async ({
  page,
}) => {
  const episode = await episodeOf(page);
  await page.goto(episode);
  await expect.poll(() => keptPaths(page)).toEqual([episode]);
  for (const other of [`${episode}?q=model`, '/search?q=model', '/', '/episodes/none']) {
    await page.goto(other);
  }
  await page.goto(episode);
  await page.evaluate(() => fetch('/api/episodes'));
  expect(await keptPaths(page)).toEqual([episode]);
  const parts = await page.evaluate(async () =>
    (await (await caches.open('earmark-parts-1')).keys()).map(({ url }) => new URL(url).pathname),
  );
  expect(parts.filter((part) => part.startsWith('/api'))).toEqual([]);
});

test('whoever wants nothing kept has nothing kept', async ({ page }) => {
  const episode = await episodeOf(page);
  await page.goto(episode);
  await expect.poll(() => keptPaths(page)).toEqual([episode]);
  await page.locator('[popovertarget=preferences]').click();
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});
