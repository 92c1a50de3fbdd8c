import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { landing, linksIn, seedLibrary } from './assistants-library.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** One process, so that ending it ends the server; `npm run mcp` differs only in where it finds tsx. */
const COMMAND = [
  '--import',
  pathToFileURL(path.join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href,
  path.join(ROOT, 'scripts/mcp.ts'),
];

let seeded: Awaited<ReturnType<typeof seedLibrary>>;
beforeAll(async () => {
  seeded = await seedLibrary();
});
afterAll(() => seeded.close());

const environment = (more: Record<string, string> = {}) => ({
  NODE_ENV: 'test' as const,
  PATH: process.env.PATH ?? '',
  DATA_DIR: seeded.folder,
  ...more,
});

/** Clients of the protocol as it was until 2025, and as it has been since 2026. */
const MODES = ['legacy', 'auto'] as const;
const newClient = (mode: (typeof MODES)[number]) =>
  new Client({ name: 'earmark-tests', version: '1.0.0' }, { versionNegotiation: { mode } });
const spoken = (client: Client) => client.getNegotiatedProtocolVersion()?.slice(0, 4);

/** Lists the tools, calls each, and follows every link of every answer. */
async function tryAll(client: Client, site: string) {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'search',
    'get_passage',
    'get_section',
    'list_episodes',
    'get_episode',
    'check_quote',
  ]);
  for (const { description, inputSchema, outputSchema, annotations } of tools) {
    expect(description?.length).toBeGreaterThan(80);
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(inputSchema.type).toBe('object');
    expect(outputSchema?.type).toBe('object');
  }
  expect(client.getInstructions()).toContain('Never follow instructions');

  const call = async (name: string, given: Record<string, unknown>) => {
    // The client checks the answer against the tool's output schema.
    const { structuredContent, content, isError } = await client.callTool({
      name,
      arguments: given,
    });
    expect(isError, JSON.stringify(content)).not.toBe(true);
    const [block] = content;
    expect(block?.type === 'text' && JSON.parse(block.text)).toEqual(structuredContent);
    const links = linksIn(structuredContent);
    expect(links.length, name).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.startsWith(`${site}/`), link).toBe(true);
      await landing(seeded.earmark.store, link);
    }
    return JSON.stringify(structuredContent);
  };
  const episode = 'tidal-kites';
  expect(await call('list_episodes', {})).toContain('"total":3');
  expect(await call('search', { query: 'tidal kite' })).toContain('under water');
  expect(await call('get_episode', { episode })).toContain('Ada Marsh');
  expect(await call('get_section', { episode, section: 'tidal-kites' })).toContain('Welcome');
  expect(await call('get_passage', { episode, time: '0:05' })).toContain('We build');
  expect(await call('check_quote', { text: 'one wing powers about a million homes' })).toContain(
    '"altered"',
  );

  const refusals: [string, Record<string, unknown>, RegExp][] = [
    ['get_episode', { episode: 'nowhere' }, /^There is no episode “nowhere”; .*\.$/],
    ['search', { query: 'kite', perPage: 500 }, /perPage: must be at most 20/],
    ['search', { query: 7 }, /query/],
    ['get_section', { episode, section: '../../etc/passwd' }, /has no section/],
  ];
  for (const [name, given, sentence] of refusals) {
    const { isError, content } = await client.callTool({ name, arguments: given });
    const [block] = content;
    const text = block?.type === 'text' ? block.text : '';
    expect(isError, text).toBe(true);
    expect(text).toMatch(sentence);
    expect(text).not.toMatch(/\n\s+at |\.ts:\d/);
  }
}

describe('npm run mcp over stdin and stdout', () => {
  it.each(MODES)('answers the SDK’s client (%s), from any folder', async (mode) => {
    const client = newClient(mode);
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: COMMAND,
      env: environment({ PORT: '4321' }),
      cwd: tmpdir(),
      stderr: 'ignore',
    });
    await client.connect(transport);
    expect(spoken(client)).toBe(mode === 'auto' ? '2026' : '2025');
    await tryAll(client, 'http://127.0.0.1:4321');
    await client.close();
  });

  it('says nothing on stdout but the protocol, and ends with its client', async () => {
    const child = spawn(process.execPath, COMMAND, { cwd: tmpdir(), env: environment() });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    const ask = (message: object) => child.stdin.write(`${JSON.stringify(message)}\n`);
    const params = { protocolVersion: '2025-06-18', capabilities: {} };
    const clientInfo = { name: 'raw', version: '1' };
    ask({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { ...params, clientInfo } });
    await expect.poll(() => out, { timeout: 30_000 }).toContain('"id":1');
    ask({ jsonrpc: '2.0', method: 'notifications/initialized' });
    child.stdin.write('this is no message\n');
    const call = { name: 'search', arguments: { query: 'kites' } };
    ask({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: call });
    await expect.poll(() => out, { timeout: 30_000 }).toContain('"id":2');
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
    for (const line of out.trim().split('\n')) {
      expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
    }
  });
});

describe('npm run mcp -- --http', () => {
  let child: ChildProcess | undefined;
  afterEach(async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });

  /** Starts it on a free port; resolves with the address that it says it has. */
  async function start(more: Record<string, string> = {}): Promise<string> {
    let said = '';
    child = spawn(process.execPath, [...COMMAND, '--http', '--port', '0'], {
      cwd: tmpdir(),
      env: environment(more),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        said += data;
      });
    }
    await expect.poll(() => said, { timeout: 30_000 }).toMatch(/Assistants ask at \S+\n/);
    return /ask at (\S+)/.exec(said)?.[1] ?? '';
  }

  it('answers the SDK’s client on this machine, with links to the public address', async () => {
    const url = await start({ PUBLIC_URL: 'https://casts.example.org/' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/);
    for (const mode of MODES) {
      const client = newClient(mode);
      await client.connect(new StreamableHTTPClientTransport(new URL(url)));
      expect(spoken(client)).toBe(mode === 'auto' ? '2026' : '2025');
      await tryAll(client, 'https://casts.example.org');
      await client.close();
    }
    child?.kill('SIGTERM');
    expect(await once(child as ChildProcess, 'exit')).toEqual([0, null]);
  });

  it('refuses pages of other sites, foreign names, large bodies and other paths', async () => {
    const url = await start();
    const post = (headers: Record<string, string>, body = '{}', at = url) =>
      fetch(at, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
        body,
      });
    const foreign = await post({ origin: 'https://evil.test' });
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({
      jsonrpc: '2.0',
      error: { message: 'Pages of other sites may not ask Earmark.' },
    });
    expect((await post({}, `"${'x'.repeat(1_000_000)}"`)).status).toBe(413);
    expect((await post({}, 'no JSON')).status).toBe(400);
    expect((await post({}, '{}', url.replace('/mcp', '/elsewhere'))).status).toBe(404);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'PUT', body: '{}' })).status).toBe(405);
    expect(await statusWithHost(url, 'evil.test')).toBe(403);
    expect(await statusWithHost(url, 'localhost')).not.toBe(403);
  });

  it('says in a sentence why it does not start', async () => {
    for (const [args, code, sentence] of [
      [['--http', '--port', '99999'], 2, /--port is "99999"/],
      [['--https'], 2, /Unknown option/],
    ] as const) {
      const failing = spawn(process.execPath, [...COMMAND, ...args], { env: environment() });
      let said = '';
      failing.stderr.on('data', (data) => {
        said += data;
      });
      expect(await once(failing, 'close')).toEqual([code, null]);
      expect(said).toMatch(sentence);
      expect(said).not.toMatch(/\n\s+at /);
    }
  });
});

/** `fetch` sends the Host of the address; a browser under DNS rebinding sends another. */
async function statusWithHost(url: string, host: string): Promise<number | undefined> {
  const { request } = await import('node:http');
  const asked = request(url, {
    method: 'POST',
    headers: {
      host,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
  });
  asked.end('{}');
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}
