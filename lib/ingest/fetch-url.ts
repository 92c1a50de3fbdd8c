import { type LookupAddress, lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SourceError } from './source-error.ts';

/** What a fetch may cost and reach. */
export interface FetchLimits {
  /** Most bytes of the body, after decompression. */
  maxBytes: number;
  /** For the whole exchange with all its redirects, in milliseconds. */
  timeoutMs: number;
  /** False: nothing on this machine or in a private network, however a name or a redirect leads there. */
  allowPrivate: boolean;
}

const MOST_REDIRECTS = 5;

/** Addresses that are nobody's public server (RFC 6890 and its registries). */
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv6');
}
/** Of IPv6, servers that anybody reaches are in here alone (RFC 4291, 2.4). */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is on this machine, in a private network, or reserved. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateAddress(mapped);
  const family = isIP(address);
  if (family === 0) return true;
  if (family === 4) return PRIVATE.check(address, 'ipv4');
  return !GLOBAL.check(address, 'ipv6') || PRIVATE.check(address, 'ipv6');
}

/**
 * Reads a URL. Every address that is connected to is checked when it is connected to, so neither a
 * redirect nor a name that resolves differently the second time leads into a private network.
 * @throws SourceError with one sentence.
 */
export async function fetchUrl(url: string, limits: FetchLimits): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let address = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await get(address, url, limits, signal);
    if (answer instanceof Uint8Array) return answer;
    address = answer.location;
  }
  throw new SourceError(`${url}: redirected more than ${MOST_REDIRECTS} times.`);
}

function get(
  address: string,
  asked: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Uint8Array | { location: string }> {
  const target = URL.canParse(address) ? new URL(address) : null;
  if (!target || !/^https?:$/.test(target.protocol)) {
    throw new SourceError(`${asked}: only http and https URLs can be read.`);
  }
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!limits.allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw refusal(asked);
  const client = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(explain(asked, cause, limits));
    const request = client.get(
      target,
      {
        signal,
        lookup: limits.allowPrivate ? undefined : publicLookup(asked),
        headers: { 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Earmark' },
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        if (statusCode >= 300 && statusCode < 400 && headers.location) {
          // What is said beside it is not waited for: it need not end.
          response.destroy();
          if (!URL.canParse(headers.location, target)) {
            return fail(new SourceError(`${asked}: redirected to something that is no URL.`));
          }
          return resolve({ location: new URL(headers.location, target).href });
        }
        if (statusCode !== 200) {
          response.destroy();
          return fail(new SourceError(`${asked}: the server answered ${statusCode}.`));
        }
        readBody(response, asked, limits.maxBytes).then(resolve, (cause: unknown) => {
          request.destroy();
          fail(cause instanceof Error && isTimeout(cause) ? cause : broken(asked, cause));
        });
      },
    );
    request.on('error', fail);
  });
}

async function readBody(response: http.IncomingMessage, asked: string, maxBytes: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of decompressed(response)) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new SourceError(
        `${asked}: larger than ${Math.floor(maxBytes / 1024 / 1024)} MB, which no transcript is.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decompressed(response: http.IncomingMessage): AsyncIterable<Uint8Array> {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[response.headers['content-encoding']?.toLowerCase() ?? ''];
  if (!unpack) return response;
  const stream = unpack();
  response.on('error', (error) => stream.destroy(error));
  return response.pipe(stream);
}

/** Resolves names, and refuses those that lead to a private address. */
function publicLookup(asked: string): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      if (found.some(({ address }) => isPrivateAddress(address))) {
        return callback(refusal(asked), '', 0);
      }
      if (options.all) return callback(null, found);
      const [first] = found;
      callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

const refusal = (asked: string) =>
  new SourceError(
    `${asked}: leads to this machine or a private network; set ALLOW_PRIVATE_URLS=1 if that is meant.`,
  );

const isTimeout = ({ name }: Error) => name === 'TimeoutError' || name === 'AbortError';

/** An answer that began, and did not come whole. */
function broken(asked: string, cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = /^(?:Z_|ERR_.*BROTLI)/.test(code)
    ? 'the answer cannot be unpacked'
    : 'the answer broke off before its end';
  return new SourceError(`${asked}: ${why}.`, { cause });
}

function explain(asked: string, cause: unknown, { timeoutMs }: FetchLimits): SourceError {
  if (cause instanceof SourceError) return cause;
  const slow = cause instanceof Error && isTimeout(cause);
  const why = slow ? `no answer within ${timeoutMs / 1000} s` : 'the server cannot be reached';
  return new SourceError(`${asked}: ${why}.`, { cause });
}
