import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, test } from '@playwright/test';

const newClient = () => new Client({ name: 'earmark-tests', version: '1.0.0' });

interface Hit {
  said: string;
  link: string;
  turn: string;
  at: number;
  source: { episode: string };
}

test('an assistant asks the site itself, and its links open the reader on the words', async ({
  page,
  baseURL,
}) => {
  const client = newClient();
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL)));
  const call = async (name: string, given: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: given })).structuredContent;

  const { hits } = (await call('search', { query: 'world model', perPage: 1 })) as { hits: Hit[] };
  const [hit] = hits;
  expect(hit?.link.startsWith(`${baseURL}/episodes/`)).toBe(true);
  await page.goto(hit?.link ?? '');
  const turn = `#turn-${hit?.turn}`;
  const words = page.locator(`.turn:has(${turn}) mark, ${turn} mark`).first();
  await expect(words).toBeInViewport();
  await expect(words).toHaveText(/world/i);

  const { sections, quotes } = (await call('get_episode', {
    episode: hit?.source.episode,
  })) as { sections: { link: string }[]; quotes: { said: string; link: string }[] };
  await page.goto(sections.at(-1)?.link ?? '');
  await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  await page.goto(quotes[0]?.link ?? '');
  await expect(page.locator('blockquote').first()).toContainText(quotes[0]?.said ?? '');

  const checked = (await call('check_quote', { text: quotes[0]?.said })) as {
    verdict: string;
    match: { turn: string; link: string };
  };
  expect(checked.verdict).toBe('verbatim');
  await page.goto(checked.match.link);
  await expect(page.locator(`#turn-${checked.match.turn}`)).toBeInViewport();
  await client.close();
});

test('a page of another site cannot ask it', async ({ request }) => {
  const response = await request.post('/mcp', {
    headers: { origin: 'https://evil.test', accept: 'application/json, text/event-stream' },
    data: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
  });
  expect(response.status()).toBe(403);
  expect((await response.json()).error.message).toBe('Pages of other sites may not ask Earmark.');
  expect(await (await request.get('/llms.txt')).text()).toContain('/mcp');
});
