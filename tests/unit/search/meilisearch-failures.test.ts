import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineUnavailable } from '@/lib/search/engine';
import { createMeilisearchEngine } from '@/lib/search/engines/meilisearch/engine';
import { parseQuery } from '@/lib/search/parse-query';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that is not well. How a healthy one behaves is for the contract suite and a real one. */
async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const json =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const failure = async (host: string) => {
  const engine = createMeilisearchEngine({ host });
  const error = await engine
    .search(parseQuery('bread'), { page: 1, perPage: 20 })
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(EngineUnavailable);
  return (error as Error).message;
};

describe('a Meilisearch that is not well is away, in one sentence', () => {
  it('where nothing listens', async () => {
    const host = await serve(() => {});
    await new Promise((resolve) => server?.close(resolve));
    expect(await failure(host)).toBe('Meilisearch cannot be reached.');
  });

  it('where it does not answer', async () => {
    expect(await failure(await serve(() => {}))).toBe('Meilisearch does not answer in time.');
  });

  it('where it answers with errors', async () => {
    expect(await failure(await serve(json(500, { message: 'no', code: 'internal' })))).toContain(
      '(internal)',
    );
  });

  it('where a proxy answers with a page', async () => {
    const page: RequestListener = (_, response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    };
    expect(await failure(await serve(page))).toContain('MEILI_HOST');
  });

  it('where something else answers', async () => {
    expect(await failure(await serve(json(200, { hello: 'there' })))).toContain('MEILI_HOST');
  });

  it('where the key is wrong', async () => {
    const refusal = { message: 'no', code: 'invalid_api_key', type: 'auth', link: '' };
    expect(await failure(await serve(json(403, refusal)))).toContain('MEILI_API_KEY');
  });

  it('where it was never filled', async () => {
    const missing = { message: 'no', code: 'index_not_found', type: 'invalid_request', link: '' };
    expect(await failure(await serve(json(404, missing)))).toBe(
      'Meilisearch has not been filled yet.',
    );
  });
});
