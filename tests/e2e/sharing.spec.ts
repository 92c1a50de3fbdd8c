import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, test } from '@playwright/test';

/** The seed's episode as the API describes it. */
async function seed(request: APIRequestContext) {
  const { episodes } = await (await request.get('/api/episodes')).json();
  return (await request.get(`/api/episodes/${episodes[0].slug}`)).json();
}

/** Content of a page's meta elements of that name or property. */
const meta = (html: string, name: string) =>
  [...html.matchAll(/<meta [^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`"${name}"`))
    .map((tag) => /content="([^"]*)"/.exec(tag)?.[1]);

test('episodes, quotes and speakers are shared with a picture', async ({ request, baseURL }) => {
  const { slug, speakers, quotes } = await seed(request);
  for (const page of [
    `/episodes/${slug}`,
    `/quotes/${quotes[0].id}`,
    `/speakers/${speakers[0].slug}`,
  ]) {
    const html = await (await request.get(page)).text();
    const [image] = meta(html, 'og:image');
    expect(image).toBe(`${baseURL}${page}/picture.png`);
    expect(meta(html, 'twitter:card')).toEqual(['summary_large_image']);
    expect(meta(html, 'og:image:alt')[0]?.length).toBeGreaterThan(5);
    const picture = await request.get(image ?? '');
    expect(picture.headers()['content-type']).toBe('image/png');
    const png = await picture.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    const again = await request.get(image ?? '', {
      headers: { 'if-none-match': picture.headers().etag ?? '' },
    });
    expect(again.status()).toBe(304);
  }
});

test('lists and topics say what they are, a topic with the passage that explains it', async ({
  request,
  baseURL,
}) => {
  const { topics } = await (await request.get('/api/topics')).json();
  for (const page of ['/', '/topics', '/topics?page=1']) {
    const html = await (await request.get(page)).text();
    const address = new URL(page.split('?')[0] ?? '', baseURL).href.replace(/\/$/, '');
    expect(meta(html, 'og:url')).toEqual([address]);
    expect(meta(html, 'og:title')[0]?.length).toBeGreaterThan(5);
    expect(meta(html, 'og:image')).toEqual([]);
    expect(meta(html, 'twitter:card')).toEqual(['summary']);
  }
  const html = await (await request.get(`/topics/${topics[0].slug}`)).text();
  const [image = ''] = meta(html, 'og:image');
  const picture = await request.get(image.replaceAll('&amp;', '&'));
  expect(picture.headers()['content-type']).toBe('image/png');
  const search = await (await request.get('/search?q=model&speaker=vibu&page=2')).text();
  expect(search).toContain(`href="${baseURL}/search/atom.xml?q=model&amp;speaker=vibu&amp;page=1"`);
});

test('any words of a turn make a picture, and only words that were said', async ({ request }) => {
  const { slug, quotes } = await seed(request);
  const { turnId, start, end } = quotes[0];
  const address = `/episodes/${slug}/picture.png`;
  const words = await request.get(`${address}?turn=${turnId}&start=${start}&end=${end}`);
  expect(words.headers()['content-type']).toBe('image/png');
  const claimed = await request.get(
    `${address}?turn=${turnId}&start=${start}&end=${end}&text=never+said`,
  );
  expect(claimed.headers().etag).toBe(words.headers().etag);
  for (const [query, status] of [
    ['?start=0&end=5', 400],
    [`?turn=${turnId}&start=9&end=3`, 400],
    [`?turn=${turnId}&end=9999999`, 400],
    [`?turn=${turnId}&start=-1`, 400],
    ['?turn=<b>', 400],
    ['?turn=nosuchturn', 404],
  ] as const) {
    const refused = await request.get(address + query);
    expect(refused.status(), query).toBe(status);
    expect((await refused.json()).error.message).toMatch(/\.$/);
  }
  expect((await request.get('/quotes/nothing/picture.png')).status()).toBe(404);
  expect((await request.get('/episodes/nothing/picture.png')).status()).toBe(404);
});

test('selected words make a picture, and a link to them is shared with it', async ({
  page,
  request,
  baseURL,
}) => {
  const { slug, quotes } = await seed(request);
  await page.goto(`/episodes/${slug}`, { waitUntil: 'networkidle' });
  const turn = page.locator(`#turn-${quotes[0].turnId} .said`).first();
  await turn.scrollIntoViewIfNeeded();
  await turn.click({ clickCount: 3 });
  const picture = page.getByRole('toolbar', { name: 'The selected words' }).getByText('Picture');
  const href = (await picture.getAttribute('href')) ?? '';
  expect(href).toMatch(/\/picture\.png\?at=/);
  const drawn = await request.get(href);
  expect(drawn.headers()['content-type']).toBe('image/png');
  const whole = await request.get(`/episodes/${slug}/picture.png`);
  expect(drawn.headers().etag).not.toBe(whole.headers().etag);
  const shared = href.replace('/picture.png', '');
  const [image] = meta(await (await request.get(shared)).text(), 'og:image');
  expect(image).toBe(baseURL + href);
  const quoted = await (await request.get(`/episodes/${slug}?quote=${quotes[0].id}`)).text();
  expect(meta(quoted, 'og:image')).toEqual([`${baseURL}/quotes/${quotes[0].id}/picture.png`]);
  const lost = await request.get(`/episodes/${slug}/picture.png?at=nothing`);
  expect(lost.headers().etag).toBe(whole.headers().etag);
});

test('a quote downloads as a picture with one click', async ({ page, request }) => {
  const { slug, quotes } = await seed(request);
  await page.goto(`/quotes/${quotes[0].id}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Picture of this quote' }).click();
  expect((await download).suggestedFilename()).toBe(`quote-${quotes[0].id}.png`);
  await page.goto(`/episodes/${slug}`);
  await expect(page.getByRole('link', { name: 'Picture of this quote' }).first()).toBeVisible();
});

test.describe('an episode in one file', () => {
  /** The file on a disk, as somebody has it who saved it. */
  async function saved(request: APIRequestContext, folder: string) {
    const { slug } = await seed(request);
    const response = await request.get(`/episodes/${slug}/transcript.html`);
    expect(response.headers()['content-type']).toContain('text/html');
    const file = path.join(folder, 'episode.html');
    await writeFile(file, await response.body());
    return pathToFileURL(file).href;
  }

  test('is searched, narrowed and dressed without a server', async ({ page, request }, info) => {
    const address = await saved(request, info.outputPath('.'));
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (sent) => asked.push(sent.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);

    await page.keyboard.press('/');
    await page.keyboard.type('FLIPBOOK');
    await expect(page.locator('#found')).toHaveText(/^1 of \d+$/);
    const count = await page.locator('mark').count();
    const said = (await page.locator('.said').allTextContents()).join('\n');
    expect(count).toBe(said.match(/flipbook/gi)?.length);
    for (const text of await page.locator('mark').allTextContents()) {
      expect(text.toLowerCase()).toBe('flipbook');
    }
    await page.keyboard.press('Enter');
    await expect(page.locator('#found')).toHaveText(`2 of ${count}`);
    await expect(page.locator('mark.now')).toBeInViewport();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(page.locator('#found')).toHaveText(`${count} of ${count}`);
    await page.keyboard.press('Escape');
    await expect(page.locator('mark')).toHaveCount(0);

    const only = page.getByRole('button', { name: 'Vibu only' });
    await only.click();
    await expect(only).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.turn:visible')).toHaveCount(80);
    await only.click();
    await expect(page.locator('.turn:visible')).toHaveCount(328);

    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('button', { name: 'Theme' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'Theme' }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.turn').first()).toBeVisible();
    await expect(page.locator('#find')).toBeHidden();
    expect(asked.filter((url) => url !== address)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('is read without scripts', async ({ browser, request }, info) => {
    const address = await saved(request, info.outputPath('.'));
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await expect(page.locator('.turn:visible')).toHaveCount(328);
    await expect(page.locator('#find')).toBeHidden();
    await page.locator('nav a').nth(2).click();
    await expect(page.locator('section:target h2')).toBeInViewport();
    await context.close();
  });

  test('works as well where the site sends it', async ({ page, request }) => {
    const { slug } = await seed(request);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`/episodes/${slug}/transcript.html#t=600`);
    await expect(page.locator('html')).toHaveClass('js');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(complaints).toEqual([]);
    await page.goto(`/episodes/${slug}`);
    await page.getByText('Download', { exact: true }).click();
    await expect(page.getByRole('link', { name: 'transcript.html' })).toBeVisible();
  });
});

/** A page at another origin of this machine. */
async function serveElsewhere(html: string): Promise<{ address: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

test.describe('cards on other pages', () => {
  test('a page announces its card, and oEmbed describes it', async ({ request, baseURL }) => {
    const { slug, quotes, sections } = await seed(request);
    for (const page of [`/episodes/${slug}`, `/quotes/${quotes[0].id}`]) {
      const html = await (await request.get(page)).text();
      const [link] = [...html.matchAll(/<link [^>]*json\+oembed[^>]*>/g)].map(([tag]) => tag);
      const href = /href="([^"]*)"/.exec(link ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(href).toBe(`${baseURL}/oembed?url=${encodeURIComponent(`${baseURL}${page}`)}`);
      const response = await request.get(href);
      expect(response.headers()['access-control-allow-origin']).toBe('*');
      const answer = await response.json();
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Earmark' });
      const src = /src="([^"]*)"/.exec(answer.html)?.[1] ?? '';
      expect((await request.get(src)).status()).toBe(200);
      const xml = await request.get(`${href}&format=xml`);
      expect(xml.headers()['content-type']).toContain('text/xml');
    }
    const section = `${baseURL}/episodes/${slug}#s-${sections[0].slug}`;
    const about = await request.get(`/oembed?maxwidth=300&url=${encodeURIComponent(section)}`);
    expect(await about.json()).toMatchObject({
      width: 300,
      html: expect.stringContaining(`/embed/episodes/${slug}/sections/${sections[0].slug}"`),
    });
    for (const [query, status] of [
      ['', 400],
      [`?url=${baseURL}/quotes/${quotes[0].id}&format=yaml`, 501],
      [`?url=${baseURL}/quotes/${quotes[0].id}&maxwidth=0`, 400],
      [`?url=${baseURL}/quotes/nothing`, 404],
      [`?url=${baseURL}/`, 404],
      ['?url=https://elsewhere.example/quotes/abc', 404],
    ] as const) {
      const refused = await request.get(`/oembed${query}`);
      expect(refused.status(), query).toBe(status);
      expect((await refused.json()).error.message).toMatch(/\.$/);
    }
  });

  test('only cards may be framed', async ({ request }) => {
    const { slug, quotes, sections } = await seed(request);
    const policy = async (address: string) => {
      const headers = (await request.get(address)).headers();
      const ancestors = /frame-ancestors [^;]*/.exec(headers['content-security-policy'] ?? '')?.[0];
      return [headers['x-frame-options'], ancestors];
    };
    const nothing = await request.get('/embed/nothing');
    expect(nothing.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    for (const address of ['/', `/episodes/${slug}`, `/episodes/${slug}/transcript.html`]) {
      expect(await policy(address), address).toEqual(['DENY', "frame-ancestors 'none'"]);
    }
    for (const address of [
      `/embed/quotes/${quotes[0].id}`,
      `/embed/episodes/${slug}`,
      `/embed/episodes/${slug}/sections/${sections[0].slug}`,
    ]) {
      expect(await policy(address), address).toEqual([undefined, undefined]);
    }
    for (const address of ['/embed/quotes/nothing', `/embed/episodes/${slug}/sections/nothing`]) {
      expect((await request.get(address)).status()).toBe(404);
    }
  });

  test('the code on a quote’s page works on a page of another host', async ({
    page,
    request,
    baseURL,
  }) => {
    const { quotes } = await seed(request);
    await page.goto(`/quotes/${quotes[0].id}`);
    await page.getByText('Embed', { exact: true }).click();
    const code = await page.locator('#embed-code').inputValue();
    await page.getByRole('link', { name: 'See the card' }).click();
    await expect(page.locator('blockquote')).toContainText(quotes[0].text);
    const blog = await serveElsewhere(
      `<!doctype html><html lang="en"><title>A blog</title><main><h1>A blog</h1>${code}</main>`,
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(blog.address);
      const card = page.frameLocator('iframe');
      await expect(card.locator('blockquote')).toContainText(quotes[0].text);
      const [inside, frame] = await Promise.all([
        card.locator('html').evaluate((html) => html.scrollHeight),
        page.locator('iframe').evaluate((iframe) => iframe.clientHeight),
      ]);
      expect(inside, 'the card fits its frame').toBeLessThanOrEqual(frame);
      await page.goto(`/embed/quotes/${quotes[0].id}`);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await page.goto(blog.address);
    await page.frameLocator('iframe').locator('.time').click();
    await expect(page).toHaveURL(`${baseURL}/quotes/${quotes[0].id}`);
    blog.close();
  });
});

test('on paper there is the conversation by day, with speakers, times and addresses', async ({
  page,
  request,
  baseURL,
}) => {
  const { slug, sections } = await seed(request);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  await page.goto(`/episodes/${slug}?q=flipbook`);
  const turn = page.locator('.turn').first();
  for (const part of ['.voice-name', '.time', '.said']) {
    await expect(turn.locator(part).first()).toBeVisible();
  }
  await expect(turn.locator('.said').first()).toHaveCSS('color', 'rgb(31, 28, 24)');
  await expect(page.getByText(`${baseURL}/episodes/${slug}`)).toBeVisible();
  const address = await page
    .locator('.topic-head .copy')
    .first()
    .evaluate((link) => getComputedStyle(link, '::before').content);
  expect(address).toBe(`"#s-${new URL(sections[0].url, baseURL).hash.slice(3)}"`);
  for (const tool of ['header.site-header', '.ribbon', '.column', '.tabs', 'form', '.turn .copy']) {
    await expect(page.locator(tool).first(), tool).toBeHidden();
  }
  await expect(page.locator('button:visible, summary:visible, input:visible')).toHaveCount(0);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
});

test('every page has a twin in Markdown, and says where', async ({ request, baseURL }) => {
  const { slug, speakers, quotes, topics } = await seed(request);
  const quoted = new URLSearchParams({ text: quotes[0].text });
  const llms = await (await request.get('/llms.txt')).text();
  expect(llms).toContain(`${baseURL}/index.md`);
  for (const [page, twin, words] of [
    ['/', '/index.md', `${baseURL}/episodes/${slug}.md`],
    ['/?show=latent-space', '/index.md?show=latent-space', '# Latent Space'],
    [`/speakers/${speakers[0].slug}`, `/speakers/${speakers[0].slug}.md`, speakers[0].name],
    [`/quotes/${quotes[0].id}`, `/quotes/${quotes[0].id}.md`, '## The exchange it stands in'],
    ['/topics', '/topics.md', topics[0].label],
    [topics[0].url, `${topics[0].url}.md`, `${baseURL}/episodes/${slug}#turn-`],
    ['/search?q=flipbook', '/search.md?q=flipbook', '1. **'],
    [`/check?${quoted}`, `/check.md?${quoted}`, '# Said word for word'],
    [`/episodes/${slug}`, `/episodes/${slug}.md`, '**Ethan He**'],
  ] as const) {
    const response = await request.get(twin);
    expect(response.status(), twin).toBe(200);
    expect(response.headers()['content-type'], twin).toContain('text/markdown');
    const markdown = await response.text();
    expect(markdown, twin).toMatch(/^---\ntitle: /);
    expect(markdown, twin).toContain(words);
    const html = await (await request.get(page)).text();
    const alternate = [...html.matchAll(/<link [^>]*text\/markdown[^>]*>/g)].map(([tag]) => tag)[0];
    const href = /href="([^"]*)"/.exec(alternate ?? '')?.[1] ?? '';
    expect((await request.get(href)).headers()['content-type'], page).toContain('text/markdown');
  }
  const found = await (await request.get('/search.md?q=flipbook')).text();
  const [, first = ''] = /\]\((http[^)]*#turn-[^)]*)\)/.exec(found) ?? [];
  expect(await (await request.get(first)).text()).toContain('<mark');
  for (const [address, status] of [
    ['/search.md', 400],
    ['/search.md?q=a&page=x', 400],
    ['/check.md', 400],
    ['/check.md?text=yes', 400],
    ['/index.md?page=0', 400],
    ['/index.md?show=nothing', 404],
    ['/?show=nothing', 404],
    ['/speakers/nobody.md', 404],
    ['/quotes/nothing.md', 404],
    ['/topics/nothing.md', 404],
    ['/episodes/nothing.md', 404],
  ] as const) {
    expect((await request.get(address)).status(), address).toBe(status);
  }
});
