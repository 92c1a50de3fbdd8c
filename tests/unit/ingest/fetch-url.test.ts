import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchUrl, isPrivateAddress } from '@/lib/ingest/fetch-url';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const open = { maxBytes: 10_000, timeoutMs: 5_000, allowPrivate: true };
const text = async (url: string) => Buffer.from(await fetchUrl(url, open)).toString();

describe('a URL', () => {
  it('is read, also when it was compressed or has moved', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/here' }).end();
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('A transcript.'));
    });
    expect(await text(`${base}/here`)).toBe('A transcript.');
    expect(await text(`${base}/moved`)).toBe('A transcript.');
  });

  it('is not read beyond its limits', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (request.url === '/missing') response.writeHead(404).end();
      else if (request.url === '/silent') return;
      // A few bytes that unpack to many.
      else {
        const bomb = gzipSync(Buffer.alloc(1_000_000));
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      }
    });
    await expect(fetchUrl(`${base}/bomb`, open)).rejects.toThrow(/larger than/);
    await expect(fetchUrl(`${base}/loop`, open)).rejects.toThrow(/redirected more than 5 times/);
    await expect(fetchUrl(`${base}/missing`, open)).rejects.toThrow(/answered 404/);
    await expect(fetchUrl(`${base}/silent`, { ...open, timeoutMs: 50 })).rejects.toThrow(
      /no answer within/,
    );
  });

  it('says what became of an answer that did not come whole', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/broken')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('no');
      else {
        response.writeHead(200, { 'content-length': 1_000 }).write('WEBVTT');
        setTimeout(() => response.destroy(), 20);
      }
    });
    await expect(fetchUrl(`${base}/broken`, open)).rejects.toThrow(/cannot be unpacked/);
    await expect(fetchUrl(`${base}/short`, open)).rejects.toThrow(/broke off before its end/);
  });

  it('is left as soon as its answer is no transcript, however much it goes on to say', async () => {
    let left = 0;
    const base = await serve((request, response) => {
      if (request.url === '/here') return response.end('A transcript.');
      const refused = request.url === '/refused';
      response.writeHead(refused ? 500 : 302, refused ? {} : { location: '/here' });
      const saying = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => {
        clearInterval(saying);
        left++;
      });
    });
    await expect(fetchUrl(`${base}/refused`, open)).rejects.toThrow(/answered 500/);
    expect(await text(`${base}/moved`)).toBe('A transcript.');
    await expect.poll(() => left).toBe(2);
  });

  it('is only http or https, also after a redirect', async () => {
    const base = await serve((_, response) => {
      response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    });
    await expect(fetchUrl(base, open)).rejects.toThrow(/only http and https/);
    await expect(fetchUrl('ftp://example.org/x', open)).rejects.toThrow(/only http and https/);
  });

  it('never leads into a private network unless that is allowed, by whatever name', async () => {
    const base = await serve((_, response) => {
      response.end('secret');
    });
    const closed = { ...open, allowPrivate: false };
    const { port } = new URL(base);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f.1']) {
      await expect(fetchUrl(`http://${host}:${port}/`, closed)).rejects.toThrow(/private network/);
    }
    await expect(fetchUrl('http://169.254.169.254/', closed)).rejects.toThrow(/private network/);
  });
});

describe('a private address', () => {
  it.each([
    '10.1.2.3',
    '192.168.0.1',
    '172.31.255.255',
    '100.64.0.1',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    'fec0::1',
    'fe80::1%eth0',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
  ])('%s', (address) => expect(isPrivateAddress(address)).toBe(true));
  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'])('is not %s', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
});
