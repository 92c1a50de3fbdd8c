import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { tone } from '../tone.ts';
import { type OwnSite, openSite } from './site.ts';

/** Who says what from which second on; each sentence is a cue, and there is a long silence after the fourth. */
const SAID = [
  ['Ann Lee', 1, 'Bread takes an evening, a night and a morning.'],
  ['Ann Lee', 4, 'Nobody in this town sells patience by the pound.'],
  ['Bo Dahl', 8, 'My grandmother kept her sourdough in a blue bowl.'],
  ['Bo Dahl', 11, 'Every Sunday she fed it rye and a spoon of honey.'],
  ['Ann Lee', 30, 'Ovens were built by the village, one for forty houses.'],
  ['Ann Lee', 33, 'Whoever came last paid with the ashes of the fire.'],
  ['Bo Dahl', 37, 'Salt arrives late, because yeast hates to hurry beside it.'],
  ['Bo Dahl', 40, 'That is chemistry which children learn with their fingers.'],
] as const;
const clock = (second: number) => `00:00:${String(second).padStart(2, '0')}.000`;
const TIMED = `WEBVTT\n\n${SAID.map(
  ([who, second, words]) => `${clock(second)} --> ${clock(second + 2)}\n<v ${who}>${words}\n`,
).join('\n')}`;
const UNTIMED = `A\n${SAID.slice(0, 4).map(([, , words]) => words)}\nB\n${SAID.slice(4).map(
  ([, , words]) => words,
)}\nHosts: Ann Lee (A), Bo Dahl (B)\n`.replaceAll('.,', '. ');

let site: OwnSite;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await openSite(async (root, env) => {
    const folder = path.join(env.DATA_DIR ?? '', 'media');
    await mkdir(folder, { recursive: true });
    const sound = path.join(folder, 'bread.wav');
    await writeFile(sound, tone(60));
    const take = async (name: string, text: string, ...options: string[]) => {
      const file = path.join(folder, name);
      await writeFile(file, text);
      const args = ['--import', 'tsx', 'scripts/ingest.ts', file, '--show', 'Slow Kitchen'];
      await promisify(execFile)(process.execPath, [...args, ...options], { cwd: root, env });
    };
    await take('timed.vtt', TIMED, '--title', 'Timed', '--media', sound);
    await take('untimed.txt', UNTIMED, '--title', 'Untimed', '--media', sound);
    await take('silent.vtt', TIMED, '--title', 'Silent');
    const tube = 'https://youtu.be/dQw4w9WgXcQ';
    await take('elsewhere.vtt', TIMED, '--title', 'Elsewhere', '--media', tube);
    const far = 'https://cdn.example.org/bread.mp3';
    await take('far.vtt', TIMED, '--title', 'Far', '--media', far);
  });
});
test.afterAll(() => site.stop());

const recording = (page: Page) =>
  page.locator('#recording').evaluate((media: HTMLMediaElement) => ({
    second: media.currentTime,
    paused: media.paused,
    speed: media.playbackRate,
  }));
const second = async (page: Page) => (await recording(page)).second;
const spokenWords = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String));
const seek = (page: Page, to: number) =>
  page.locator('#recording').evaluate((media: HTMLMediaElement, at) => {
    media.currentTime = at;
  }, to);
async function open(page: Page, address: string) {
  await page.goto(`${site.url}/episodes/${address}`);
  await expect(page.locator('.player[data-ready]')).toBeVisible();
}

test('plays from a turn, and marks the sentence that is said', async ({ page }) => {
  await open(page, 'timed');
  const turns = page.locator('.turn');
  const before = await turns.nth(1).innerHTML();
  await turns.nth(1).getByRole('link', { name: 'Play from 0:08' }).click();
  await expect(turns.nth(1)).toHaveClass(/speaking/);
  await expect.poll(() => spokenWords(page)).toEqual([SAID[2][2]]);
  const { paused, second: at } = await recording(page);
  expect(paused).toBe(false);
  expect(at).toBeGreaterThanOrEqual(8);
  await seek(page, 33.5);
  await expect.poll(() => spokenWords(page)).toEqual([SAID[5][2]]);
  await expect(turns.nth(2)).toHaveClass(/speaking/);
  await expect(page.locator('.speaking')).toHaveCount(1);
  expect(await turns.nth(1).innerHTML()).toBe(before);
  await expect(page.locator('.player-note')).toBeHidden();
});

test('plays from selected words', async ({ page }) => {
  await open(page, 'timed');
  await page
    .locator('.turn .said')
    .nth(1)
    .evaluate((said) => {
      const text = said.firstChild as Text;
      const at = text.data.indexOf('Every Sunday');
      getSelection()?.setBaseAndExtent(text, at, text, at + 12);
    });
  await page.getByRole('toolbar').getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await recording(page)).paused).toBe(false);
  expect(await second(page)).toBeGreaterThanOrEqual(10.9);
  expect(await page.evaluate(() => String(getSelection()))).toBe('Every Sunday');
});

test('a link to a time goes there and does not play', async ({ page }) => {
  await open(page, 'timed#t=37');
  await expect.poll(() => second(page)).toBe(37);
  await page.evaluate(() => {
    location.hash = '#t=11';
  });
  await expect.poll(() => second(page)).toBe(11);
  expect((await recording(page)).paused).toBe(true);
  await expect(page.locator('.speaking')).toHaveCount(0);
  await page.keyboard.press('l');
  await expect.poll(async () => (await recording(page)).paused).toBe(false);
  expect(await second(page)).toBeGreaterThanOrEqual(11);
});

test('the page goes along until the reader looks elsewhere, and again when asked to', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await open(page, 'timed');
  const follow = page.getByRole('button', { name: 'Follow' });
  await page.locator('.turn .play').first().click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await page
    .locator('.turn .play')
    .nth(3)
    .evaluate((link: HTMLElement) => link.click());
  await expect(page.locator('.turn').nth(3)).toBeInViewport();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await seek(page, 1.5);
  await expect(page.locator('.turn').first()).toBeInViewport();
  await seek(page, 40.5);
  await expect(page.locator('.turn').nth(3)).toHaveClass(/speaking/);
  await expect(page.locator('.turn').nth(3)).toBeInViewport();
  await page.mouse.move(180, 250);
  // A page that glides takes the first turn of the wheel as the sign to stop.
  await expect(async () => {
    await page.mouse.wheel(0, -20_000);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }).toPass();
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await seek(page, 33.5);
  await expect(page.locator('.turn').nth(2)).toHaveClass(/speaking/);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('f');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.turn').nth(2)).toBeInViewport();
});

test('speed and the skipping of silence are kept on the device', async ({ page }) => {
  await open(page, 'timed');
  await page.locator('.turn .play').nth(1).click();
  await page.getByLabel('Speed').selectOption('1.5×');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('>');
  await expect(page.locator('#toast')).toHaveText('Speed 1.75×');
  const skip = page.getByRole('button', { name: 'Skip silence' });
  await expect(skip).toHaveAttribute('aria-pressed', 'false');
  await skip.click();
  await page.reload();
  await expect(page.getByLabel('Speed')).toHaveValue('1.75');
  await page.locator('.turn .play').nth(1).click();
  await expect.poll(async () => (await recording(page)).speed).toBe(1.75);
  await seek(page, 14);
  await expect.poll(() => second(page)).toBeGreaterThan(29);
  await skip.click();
  const next = await page.locator('#recording').evaluate(
    (media: HTMLMediaElement) =>
      new Promise<number>((resolve) => {
        media.currentTime = 15;
        media.addEventListener('timeupdate', () => {
          if (media.currentTime > 15.2) resolve(media.currentTime);
        });
      }),
  );
  expect(next).toBeLessThan(29);
});

test('estimated times mark turns, never words, and say so', async ({ page }) => {
  await open(page, 'untimed');
  await page.locator('.turn .play').nth(1).click();
  await expect(page.locator('.turn.maybe').first()).toBeVisible();
  await expect(page.locator('.turn.speaking')).toHaveCount(0);
  expect(await spokenWords(page)).toEqual([]);
  await expect(page.locator('.player-note')).toHaveText(
    /^≈ Estimated: what is marked may be off by up to \d+:\d\d\.$/,
  );
  await expect(page.getByRole('button', { name: 'Skip silence' })).toBeHidden();
});

test('keys play, and fight nobody', async ({ page }) => {
  await open(page, 'timed#t=20');
  await expect.poll(() => second(page)).toBe(20);
  await page.keyboard.press(',');
  expect(await second(page)).toBe(5);
  await page.keyboard.press('.');
  expect(await second(page)).toBe(35);
  for (const key of ['k', 'j', ' ']) await page.keyboard.press(key);
  expect((await recording(page)).paused).toBe(true);
  await page
    .locator('[data-find]')
    .or(page.getByPlaceholder('Find in this episode'))
    .first()
    .focus();
  await page.keyboard.type('l, .');
  expect(await recording(page)).toMatchObject({ paused: true, second: 35 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toContainText('back 15 seconds, on 30');
  const told = () =>
    page.evaluate(() => ({
      title: navigator.mediaSession.metadata?.title,
      artist: navigator.mediaSession.metadata?.artist,
    }));
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect.poll(told).toEqual({ title: 'Timed', artist: 'Slow Kitchen' });
});

test('without a recording there is no player and nothing of it is fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}/episodes/silent`, { waitUntil: 'networkidle' });
  await expect(page.locator('.player, .play, audio, video, media-controller')).toHaveCount(0);
  expect(asked.filter((path) => /player|timeline|\/media$/.test(path))).toEqual([]);
  const silent = new Set(asked.filter((path) => path.endsWith('.js')));
  asked.length = 0;
  await page.goto(`${site.url}/episodes/timed`, { waitUntil: 'networkidle' });
  const more = asked.filter((path) => path.endsWith('.js') && !silent.has(path));
  expect(more.length).toBeGreaterThan(0);
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
  test.setTimeout(120_000);
  const allowing = await openSite(async (root, env) => {
    env.EMBEDS = 'youtube';
    const file = path.join(env.DATA_DIR ?? '', 'talk.vtt');
    await writeFile(file, TIMED);
    const media = ['--title', 'Elsewhere', '--media', 'https://youtu.be/dQw4w9WgXcQ'];
    const args = ['--import', 'tsx', 'scripts/ingest.ts', file, '--show', 'Slow Kitchen'];
    await promisify(execFile)(process.execPath, [...args, ...media], { cwd: root, env });
  });
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
  const whole = tone(60);
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

test('nothing that has the focus is hidden by the bar', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await open(page, 'timed');
  await page.locator('.turn .play').first().click();
  await page.keyboard.press('l');
  const links = page.locator('.turn a');
  await links.first().focus();
  const count = await links.count();
  for (let i = 1; i < count; i++) {
    await page.keyboard.press('Tab');
    const clear = await page.evaluate(() => {
      const focused = document.activeElement?.getBoundingClientRect();
      const bar = document.querySelector('.player')?.getBoundingClientRect();
      return focused && bar ? bar.top - focused.bottom : -1;
    });
    expect(clear, `link ${i}`).toBeGreaterThanOrEqual(0);
  }
});
