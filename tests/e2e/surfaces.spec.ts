import { expect, test } from '@playwright/test';

test('a ratio of meaning without an embedder counts for nothing, and the answer says so', async ({
  request,
}) => {
  const {
    semantic: told,
    notice,
    ...asked
  } = await (await request.get('/api/search?q=model&semanticRatio=0.7')).json();
  expect(told).toEqual({ ratio: 0, found: 0 });
  expect(notice).toMatch(/^No embedder is configured .*by words alone\.$/);
  const wordsAlone = await (await request.get('/api/search?q=model&semanticRatio=0')).json();
  expect(wordsAlone.notice).toBeUndefined();
  const { semantic, ...plain } = await (await request.get('/api/search?q=model')).json();
  expect(semantic).toBeUndefined();
  expect({ ...asked, tookMs: 0 }).toEqual({ ...plain, tookMs: 0 });
});

test('the API answers searches with everything that a hit needs', async ({ request }) => {
  const response = await request.get('/api/search?q=world+model&perPage=5');
  expect(response.status()).toBe(200);
  const body = await response.json();
  expect(body).toMatchObject({ query: 'world model', page: 1, perPage: 5, totalIsExact: true });
  expect(body.hits).toHaveLength(5);
  for (const hit of body.hits) {
    expect(hit).toMatchObject({
      episode: { slug: expect.any(String), title: expect.any(String), show: expect.any(String) },
      speaker: { slug: expect.any(String), name: expect.any(String) },
      turn: expect.any(Number),
      turnId: expect.any(String),
      startMs: expect.any(Number),
      timing: 'estimated',
    });
    expect(hit.snippetHtml).toContain('<mark>');
    const page = await request.get(hit.url);
    expect(await page.text()).toContain(`id="turn-${hit.turnId}"`);
  }
  expect(body.facets.speakers.length).toBeGreaterThan(0);
});

test('the API narrows by speaker, by operator and by parameter alike', async ({ request }) => {
  const first = await (await request.get('/api/search?q=model')).json();
  const [facet] = first.facets.speakers;
  const byParameter = await (
    await request.get(`/api/search?q=model&speaker=${facet.value}`)
  ).json();
  const byOperator = await (await request.get(`/api/search?q=model+speaker:${facet.value}`)).json();
  expect(byParameter.total).toBe(facet.count);
  expect(byOperator.total).toBe(facet.count);
  for (const hit of byParameter.hits) expect(hit.speaker.slug).toBe(facet.value);
});

test('episodes are listed and described', async ({ request }) => {
  const list = await (await request.get('/api/episodes')).json();
  expect(list).toMatchObject({ total: 1, page: 1, perPage: 20 });
  const { slug, show } = list.episodes[0];
  const episode = await (await request.get(`/api/episodes/${slug}`)).json();
  expect(episode.show).toBe(show);
  expect(episode.speakers.map(({ turnCount }: { turnCount: number }) => turnCount)).toEqual([
    128, 120, 80,
  ]);
  expect(episode.quotes.length).toBeGreaterThanOrEqual(8);
});

test('what is chosen can say why, and every point has its proof', async ({ request }) => {
  const { episodes } = await (await request.get('/api/episodes')).json();
  const episode = await (await request.get(`/api/episodes/${episodes[0].slug}`)).json();
  for (const { why, url, summary } of episode.sections) {
    expect(why).toEqual({ boundary: expect.stringMatching(/\.$/), title: expect.any(String) });
    expect(url).toContain('#s-');
    for (const point of summary) expect(point.urls[0]).toContain('#turn-');
  }
  for (const { why, pinned } of episode.quotes) {
    expect(why).toMatch(/\.$/);
    expect(pinned).toBe(false);
  }
  expect(episode.summary[0].verbatim[0]).toMatchObject({ turn: expect.any(Number) });
});

test('topics are listed, and each opens with the passage that explains it', async ({ request }) => {
  const list = await (await request.get('/api/topics?perPage=100')).json();
  expect(list.total).toBeGreaterThan(20);
  const flipbook = list.topics.find(({ label }: { label: string }) => label === 'Flipbook');
  const topic = await (await request.get(`/api${flipbook.url}`)).json();
  expect(topic.mentions.length).toBe(flipbook.mentions);
  expect(topic.explained).toMatchObject({ defining: true, speaker: { name: 'Ethan He' } });
  for (const { text, start, end, url } of topic.mentions) {
    expect(text.slice(start, end)).toMatch(/flipbook/i);
    expect((await request.get(url)).status()).toBe(200);
  }
  expect((await request.get('/api/topics/nothing-of-that-name')).status()).toBe(404);
});

test('machines find their way: feeds, sitemap, search description, and facts', async ({
  request,
  baseURL,
}) => {
  const { episodes } = await (await request.get('/api/episodes')).json();
  const address = `/episodes/${episodes[0].slug}`;
  for (const [place, type, part] of [
    ['/atom.xml', 'application/atom+xml', address],
    ['/search/atom.xml?q=flipbook', 'application/atom+xml', '#turn-'],
    ['/sitemap.xml', 'application/xml', `${address}</loc>`],
    ['/opensearch.xml', 'application/opensearchdescription+xml', '/search?q={searchTerms}'],
    ['/robots.txt', 'text/plain', '/sitemap.xml'],
    ['/llms.txt', 'text/markdown', `${address}/transcript.md`],
  ] as const) {
    const response = await request.get(place);
    expect(response.status(), place).toBe(200);
    expect(response.headers()['content-type'], place).toContain(type);
    expect(await response.text(), place).toContain(part);
  }
  const html = await (await request.get(address)).text();
  const facts = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  expect(JSON.parse(facts ?? '')).toMatchObject({
    '@type': 'PodcastEpisode',
    url: new URL(address, baseURL).href,
    name: episodes[0].title,
    datePublished: '2026-06-01',
  });
});

test('health says who answers and what is pending', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'ok',
    episodes: 1,
    pendingIndexing: 0,
    version: expect.any(String),
  });
});

for (const [ending, type] of Object.entries({
  txt: 'text/plain',
  md: 'text/markdown',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
})) {
  test(`the transcript downloads as ${ending}, whole`, async ({ request }) => {
    const { episodes } = await (await request.get('/api/episodes')).json();
    const response = await request.get(`/episodes/${episodes[0].slug}/transcript.${ending}`);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toContain(type);
    const text = await response.text();
    expect(text).toContain('Thanks for coming.');
    expect(text).not.toContain('Loading summary');
  });
}

test.describe('bad input gets a clear no, never a 500', () => {
  for (const [address, status] of [
    ['/api/search', 400],
    ['/api/search?q=a&page=0', 400],
    ['/api/search?q=a&perPage=1000', 400],
    ['/api/search?q=a&after=yesterday', 400],
    ['/api/search?q=a&semanticRatio=1.5', 400],
    ['/api/search?q=a&semanticRatio=half', 400],
    ['/api/episodes?page=x', 400],
    ['/api/episodes/nothing', 404],
    ['/api/episodes/%00', 404],
    ['/api/nothing', 404],
    ['/episodes/nothing', 404],
    ['/episodes/..%2f..%2fetc', 404],
    ['/episodes/nothing/transcript.txt', 404],
    ['/speakers/%F0%9F%98%80', 404],
    ['/quotes/nothing', 404],
    ['/?page=-1', 404],
    ['/search?q=a&page=none', 404],
    ['/search?q=a&before=soon', 404],
  ] as const) {
    test(`${address} → ${status}`, async ({ request }) => {
      const response = await request.get(address);
      expect(response.status()).toBe(status);
      if (address.startsWith('/api/') && address !== '/api/nothing') {
        expect(await response.json()).toMatchObject({
          error: { code: expect.any(String), message: expect.stringMatching(/\w.*\.$/) },
        });
      }
    });
  }

  for (const q of [
    '"',
    '-',
    '*',
    'a AND (b',
    "'; DROP TABLE Turn; --",
    '<script>alert(1)</script>',
    'NEAR(a b)',
    '🙂',
    'x'.repeat(1000),
    'speaker:',
    '%',
    '\u0000',
  ]) {
    test(`searching for ${JSON.stringify(q.slice(0, 30))} is harmless`, async ({ request }) => {
      for (const path of ['/search', '/api/search']) {
        const response = await request.get(`${path}?q=${encodeURIComponent(q)}`);
        expect(response.status()).toBeLessThan(500);
        const isPage = response.headers()['content-type']?.startsWith('text/html');
        if (isPage) expect(await response.text()).not.toContain('<script>alert(1)');
        else expect(response.headers()['content-type']).toContain('application/json');
      }
    });
  }
});

test('pages run only their own scripts, and say so', async ({ page, request, baseURL }) => {
  const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
  const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src'));
  expect(scripts).toMatch(/'nonce-/);
  expect(scripts).not.toContain('unsafe-inline');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const elsewhere: string[] = [];
  page.on('request', (sent) => {
    if (new URL(sent.url()).origin !== baseURL) elsewhere.push(sent.url());
  });
  await page.goto('/');
  await page.locator('article h2 a').first().click();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(elsewhere.filter((url) => !url.startsWith('data:'))).toEqual([]);
});
