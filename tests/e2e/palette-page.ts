import { expect, type Page } from '@playwright/test';

export const palette = (page: Page) => page.getByRole('dialog', { name: 'Search all episodes' });
export const field = (page: Page) => page.getByRole('combobox', { name: 'Search every word' });
export const options = (page: Page) => palette(page).getByRole('option');
export const status = (page: Page) => palette(page).getByRole('status');

/** Keys before the page's scripts run are nobody's. */
export const visit = (page: Page, path: string) => page.goto(path, { waitUntil: 'networkidle' });

/** Opens the palette, types, and waits for the answer. */
export async function open(page: Page, words = '') {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  if (!words) return;
  const answered = page.waitForResponse((response) => asked(response.url()) === words);
  await page.keyboard.type(words);
  await (await answered).finished();
  await expect(status(page)).toHaveText(/passage|Nothing/);
}

/** An answer of the API with one hit that says `words`. */
export function answerSaying(words: string, total = 1) {
  const episode = { slug: 'talk', title: 'A talk', show: 'A show', date: null };
  const hit = {
    episode,
    section: null,
    speaker: { slug: 'ann', name: 'Ann' },
    startMs: 0,
    timing: 'given',
    snippetHtml: `<mark>${words}</mark>`,
    url: `/episodes/talk?${new URLSearchParams({ q: words, hit: '1.0' })}#turn-1`,
  };
  return { total, totalIsExact: true, hits: [hit], episodes: { shown: [{ slug: 'talk', total }] } };
}

/** What a request asks for. */
export const asked = (url: string) => new URL(url).searchParams.get('q') ?? '';
