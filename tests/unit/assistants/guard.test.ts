import { describe, expect, it } from 'vitest';
import { namedHosts, objection } from '@/lib/assistants/guard';

const ask = (headers: Record<string, string>, named: string[] = []) =>
  objection(new Headers(headers), named);

describe('who may ask over HTTP', () => {
  it.each([
    ['a program on this machine', { host: '127.0.0.1:3001' }],
    ['by the name localhost', { host: 'localhost:3001' }],
    ['over IPv6', { host: '[::1]:3001' }],
    ['by an address of the network', { host: '192.168.1.20:3000' }],
    ['a page of this machine', { host: '127.0.0.1:3001', origin: 'http://localhost:6274' }],
    ['a page of the same site', { host: '10.0.0.7:3000', origin: 'http://10.0.0.7:3000' }],
  ])('%s', (_, headers) => {
    expect(ask(headers)).toBeNull();
  });

  it.each([
    [
      'a page that has pointed its name here',
      { host: 'evil.test:3001', origin: 'http://evil.test' },
    ],
    ['a name that nobody gave', { host: 'evil.test' }],
    ['no host', {}],
    ['a host that is none', { host: 'a b' }],
    ['a page of another site', { host: '127.0.0.1:3001', origin: 'https://evil.test' }],
    ['a page at another address', { host: '127.0.0.1:3001', origin: 'http://203.0.113.9' }],
    ['a page that hides where it is from', { host: '127.0.0.1:3001', origin: 'null' }],
    ['a name that looks like an address', { host: '127.0.0.1.evil.test' }],
  ])('not %s', (_, headers) => {
    expect(ask(headers)).toMatch(/^(Earmark is not known|Pages of other sites).*\.$/);
  });

  it('under a name that the owner gave', () => {
    const named = namedHosts('https://casts.example.org/library', 'studio.local');
    expect(ask({ host: 'casts.example.org' }, named)).toBeNull();
    expect(
      ask({ host: 'studio.local:3001', origin: 'https://casts.example.org' }, named),
    ).toBeNull();
    expect(ask({ host: 'example.org' }, named)).toContain('PUBLIC_URL');
    expect(namedHosts(null, undefined)).toEqual([]);
  });
});
