import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, readRange } from '@/lib/media/range';

const file = {
  size: 1000,
  modifiedMs: Date.UTC(2026, 5, 1, 12, 0, 0, 700),
  etag: '"one"',
};
const DATE = 'Mon, 01 Jun 2026 12:00:00 GMT';
const ask = (headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET', of = file) => {
  const { status, bytes, headers: said } = answerTo(method, new Headers(headers), of);
  return { status, bytes, range: said['content-range'], length: said['content-length'] };
};

describe('a Range header', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=900-', { start: 900, end: 999 }],
    ['bytes=-1', { start: 999, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    [`bytes=0-${'9'.repeat(400)}`, { start: 0, end: 999 }],
    ['Bytes = 5 - 6', { start: 5, end: 6 }],
    ['bytes=1000-', 'unsatisfiable'],
    [`bytes=${'9'.repeat(400)}-`, 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=6-5', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=', 'whole'],
    ['bytes=a-b', 'whole'],
    ['bytes=--5', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['seconds=0-1', 'whole'],
    ['', 'whole'],
    [null, 'whole'],
  ])('%s asks for %o of 1000 bytes', (header, wish) => {
    expect(readRange(header, 1000)).toEqual(wish);
  });

  it('asks nothing impossible of an empty file', () => {
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(readRange('bytes=-5', 0)).toBe('whole');
  });

  it('gives bytes that there are, whatever it says', () => {
    const header = fc.oneof(
      fc.tuple(fc.nat(3000), fc.nat(3000)).map(([a, b]) => `bytes=${a}-${b}`),
      fc.nat(3000).map((a) => `bytes=${a}-`),
      fc.nat(3000).map((a) => `bytes=-${a}`),
      fc.string().map((text) => `bytes=${text}`),
    );
    fc.assert(
      fc.property(header, fc.nat(2000), (text, size) => {
        const wish = readRange(text, size);
        if (typeof wish === 'string') return;
        expect(wish.start).toBeGreaterThanOrEqual(0);
        expect(wish.end).toBeGreaterThanOrEqual(wish.start);
        expect(wish.end).toBeLessThan(size);
      }),
    );
  });
});

describe('an answer', () => {
  it('is the whole where nothing else is asked', () => {
    expect(ask({})).toEqual({
      status: 200,
      bytes: { start: 0, end: 999 },
      range: undefined,
      length: '1000',
    });
    expect(ask({}, 'GET', { ...file, size: 0 })).toMatchObject({ status: 200, bytes: null });
  });

  it('is the part that is asked for, and says which', () => {
    expect(ask({ range: 'bytes=100-199' })).toEqual({
      status: 206,
      bytes: { start: 100, end: 199 },
      range: 'bytes 100-199/1000',
      length: '100',
    });
  });

  it('says how much there is where nothing can be sent', () => {
    expect(ask({ range: 'bytes=1000-' })).toEqual({
      status: 416,
      bytes: null,
      range: 'bytes */1000',
      length: '0',
    });
  });

  it('to HEAD is the head of the whole', () => {
    expect(ask({ range: 'bytes=0-1' }, 'HEAD')).toEqual({
      status: 200,
      bytes: null,
      range: undefined,
      length: '1000',
    });
  });

  it.each([
    [{ 'if-range': '"one"' }, 206],
    [{ 'if-range': DATE }, 206],
    [{ 'if-range': '"two"' }, 200],
    [{ 'if-range': 'W/"one"' }, 200],
    [{ 'if-range': 'Mon, 01 Jun 2026 11:59:59 GMT' }, 200],
    [{ 'if-range': 'Mon, 01 Jun 2026 12:00:01 GMT' }, 200],
    [{ 'if-match': '"one"' }, 206],
    [{ 'if-match': '*' }, 206],
    [{ 'if-match': '"two", W/"one"' }, 412],
    [{ 'if-none-match': '"two", W/"one"' }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"two"', 'if-modified-since': DATE }, 206],
    [{ 'if-modified-since': DATE }, 304],
    [{ 'if-modified-since': 'Mon, 01 Jun 2026 11:59:59 GMT' }, 206],
    [{ 'if-modified-since': 'yesterday' }, 206],
    [{ 'if-unmodified-since': DATE }, 206],
    [{ 'if-unmodified-since': 'Mon, 01 Jun 2026 11:59:59 GMT' }, 412],
  ])('keeps the condition %o: %i', (condition, status) => {
    expect(ask({ range: 'bytes=0-9', ...condition }).status).toBe(status);
  });
});
