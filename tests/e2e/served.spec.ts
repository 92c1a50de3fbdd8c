import { expect, test } from '@playwright/test';

const AT_ONCE = 24;

async function episodeOf(request: { get(url: string): Promise<{ json(): Promise<unknown> }> }) {
  const { episodes } = (await (await request.get('/api/episodes')).json()) as {
    episodes: { slug: string }[];
  };
  return `/episodes/${episodes[0]?.slug}`;
}

test('the transcript is in the page once', async ({ request }) => {
  const html = await (await request.get(await episodeOf(request))).text();
  expect(html.split('the biggest scan is from the').length - 1).toBe(1);
});

test('many pages made at the same time do not mix', async ({ request }) => {
  const episode = await episodeOf(request);
  const words = ['video', 'model', 'image', 'token', 'agent', 'audio'];
  const pages = await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, i) => {
      const word = words[i % words.length] ?? '';
      const address = i % 2 === 0 ? `${episode}?q=${word}` : `/search?q=${word}`;
      return { word, html: await (await request.get(address)).text() };
    }),
  );
  for (const { word, html } of pages) {
    const marks = [...html.matchAll(/<mark[^>]*>(?:<span[^>]*><\/span>)?([^<]+)/g)].map(
      ([, marked = '']) => marked.toLowerCase(),
    );
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter((marked) => !marked.includes(word))).toEqual([]);
  }
});

test('scripts find the page as it was served, and leave it so', async ({ page, request }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const episode = await episodeOf(request);
  await page.goto(`${episode}?q=model`);
  await page.evaluate(() => document.querySelector('article')?.setAttribute('data-kept', ''));
  await page.keyboard.press('n');
  await expect(page.locator('article[data-kept] .turn').first()).toBeVisible();
  expect(problems).toEqual([]);
});
