import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { tone } from '../tone.ts';
import { LENGTH_S, openListeningSite } from './listening-site.ts';
import type { OwnSite } from './site.ts';

let site: OwnSite;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await openListeningSite();
});
test.afterAll(() => site.stop());

test('without a recording there is no player and nothing of it is fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}/episodes/silent`, { waitUntil: 'networkidle' });
  await expect(page.locator('.player, .play, audio, video, media-controller')).toHaveCount(0);
  expect(asked.filter((path) => /player|timeline|\/media$/.test(path))).toEqual([]);
  const silent = new Set(asked.filter((path) => path.endsWith('.js')));
  const others = () => asked.filter((path) => path.endsWith('.js') && !silent.has(path));
  asked.length = 0;
  await page.goto(`${site.url}/episodes/elsewhere`, { waitUntil: 'networkidle' });
  expect(others()).toEqual([]);
  await page.goto(`${site.url}/episodes/timed`, { waitUntil: 'networkidle' });
  expect(others().length).toBeGreaterThan(0);
  expect(asked).not.toContain('/episodes/timed/media');
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toContainText('follow what is said');
});

test('without scripts the browser’s own player plays', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/episodes/timed`);
  const audio = page.locator('audio[controls]');
  await expect(audio).toBeVisible();
  expect(await audio.getAttribute('src')).toBe('/episodes/timed/media');
  await expect(page.locator('.turn .play').nth(1)).toHaveAttribute(
    'href',
    '/episodes/timed/media#t=8',
  );
  await context.close();
});

test('another site’s player is linked to at the time, and nothing of it is let in', async ({
  page,
  request,
}) => {
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(new URL(sent.url()).host));
  await page.goto(`${site.url}/episodes/elsewhere`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('link', { name: 'Watch on YouTube' })).toBeVisible();
  await expect(page.locator('.turn .play').nth(1)).toHaveAttribute(
    'href',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=8s',
  );
  await expect(page.locator('iframe, audio, [data-embed]')).toHaveCount(0);
  await page.goto(`${site.url}/episodes/far`, { waitUntil: 'networkidle' });
  expect(new Set(asked)).toEqual(new Set([new URL(site.url).host]));
  const policy = async (address: string) => {
    const said = (await request.get(site.url + address)).headers()['content-security-policy'] ?? '';
    return said.match(/(?:media|frame|child)-src [^;]*/g);
  };
  expect(await policy('/episodes/far')).toEqual(["media-src 'self' https:"]);
  for (const address of ['/', '/episodes/timed', '/episodes/silent', '/episodes/elsewhere'])
    expect(await policy(address), address).toBeNull();
});

test('another site’s player comes when it is asked for, where the owner allows it', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const allowing = await openListeningSite({ EMBEDS: 'youtube' });
  try {
    const framed: string[] = [];
    await page.route('https://www.youtube-nocookie.com/**', (route) => {
      framed.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>A film</p>' });
    });
    await page.goto(`${allowing.url}/episodes/elsewhere`, { waitUntil: 'networkidle' });
    expect(framed).toEqual([]);
    await page.getByRole('button', { name: 'Play here from YouTube' }).click();
    const player = page.frameLocator('iframe.screen');
    await expect(player.getByText('A film')).toBeVisible();
    await page.locator('.turn .play').nth(1).click();
    const at = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=';
    await expect.poll(() => framed).toEqual([`${at}0&autoplay=1`, `${at}8&autoplay=1`]);
    await expect(page).toHaveURL(/\/episodes\/elsewhere$/);
  } finally {
    await allowing.stop();
  }
});

test('the recording is sent in parts, and nothing else is sent', async ({ request }) => {
  const whole = tone(LENGTH_S);
  const ask = async (headers: Record<string, string>, method = 'GET') => {
    const response = await request.fetch(`${site.url}/episodes/timed/media`, { method, headers });
    return { status: response.status(), said: response.headers(), body: await response.body() };
  };
  const { status, said, body } = await ask({});
  expect(status).toBe(200);
  expect(body.equals(whole)).toBe(true);
  expect(said).toMatchObject({
    'content-type': 'audio/wav',
    'content-length': String(whole.length),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
  });
  for (const [range, from, to] of [
    ['bytes=100-199', 100, 200],
    ['bytes=480000-', 480_000, whole.length],
    ['bytes=-44', whole.length - 44, whole.length],
  ] as const) {
    const part = await ask({ range });
    expect(part.status, range).toBe(206);
    expect(part.said['content-range']).toBe(`bytes ${from}-${to - 1}/${whole.length}`);
    expect(part.said['content-length']).toBe(String(to - from));
    expect(part.body.equals(whole.subarray(from, to)), range).toBe(true);
  }
  const beyond = await ask({ range: `bytes=${whole.length}-` });
  expect([beyond.status, beyond.said['content-range']]).toEqual([416, `bytes */${whole.length}`]);
  const head = await ask({ range: 'bytes=0-1' }, 'HEAD');
  expect([head.status, head.body.length, head.said['content-length']]).toEqual([
    200,
    0,
    String(whole.length),
  ]);
  const etag = said.etag ?? '';
  expect((await ask({ 'if-none-match': etag })).status).toBe(304);
  expect((await ask({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
  expect((await ask({ range: 'bytes=0-1', 'if-range': '"another"' })).status).toBe(200);
  expect((await ask({}, 'POST')).status).toBe(405);
  for (const slug of ['silent', 'far', 'elsewhere', 'nothing', '..%2f..%2fetc%2fpasswd']) {
    const refused = await request.get(`${site.url}/episodes/${slug}/media`);
    expect(refused.status(), slug).toBe(404);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`the player is clear to everybody, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      for (const name of ['timed', 'untimed', 'elsewhere']) {
        await page.goto(`${site.url}/episodes/${name}`);
        if (name !== 'elsewhere') {
          await expect(page.locator('.player[data-ready]')).toBeVisible();
          await page.locator('.turn .play').first().click();
          await expect(page.locator('.turn:is(.speaking, .maybe)').first()).toBeVisible();
        }
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`),
          name,
        ).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}
