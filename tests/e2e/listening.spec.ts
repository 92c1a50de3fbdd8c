import { expect, type Page, test } from '@playwright/test';
import { openListeningSite, SAID } from './listening-site.ts';
import type { OwnSite } from './site.ts';

let site: OwnSite;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await openListeningSite();
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
