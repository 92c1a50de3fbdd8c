import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { LARGEST_BODY, refuse } from '../lib/assistants/over-http.ts';
import { UsageError } from './console.ts';
import { urlOf } from './setup/address.mjs';

export const PLACE = '/mcp';
/** Those of the protocol; which of them it takes is the handler's business. */
const METHODS = ['GET', 'POST', 'DELETE'];

/**
 * Listens and answers at /mcp with a web-standard handler. A question whose connection has gone is aborted.
 * @returns where it listens, and what ends it.
 * @throws UsageError where the address cannot be had.
 */
export async function listen(
  { host, port }: { host: string; port: number },
  answer: (request: Request) => Promise<Response>,
  log: (line: string) => void,
) {
  const server = createServer((asked, reply) => {
    exchange(asked, reply, answer).catch((error) => {
      log(`MCP: ${error instanceof Error ? error.stack : error}`);
      if (!reply.headersSent) reply.writeHead(500);
      reply.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) =>
      reject(new UsageError(`Cannot listen there (${message}); choose another --port or HOST.`)),
    );
    server.listen({ host, port, exclusive: true }, resolve);
  });
  const { port: got } = server.address() as AddressInfo;
  return {
    url: `${urlOf({ host, port: got })}${PLACE}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function exchange(
  asked: IncomingMessage,
  reply: ServerResponse,
  answer: (request: Request) => Promise<Response>,
) {
  const gone = new AbortController();
  reply.on('close', () => gone.abort());
  const response = await answerTo(asked, gone.signal, answer);
  reply.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) return void reply.end();
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), reply);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

async function answerTo(
  asked: IncomingMessage,
  signal: AbortSignal,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const body = await bodyOf(asked);
  if ((asked.url ?? '/').split('?')[0] !== PLACE) {
    return refuse(404, `Assistants ask at ${PLACE}.`);
  }
  const method = asked.method ?? '';
  if (!METHODS.includes(method)) return refuse(405, `${method} is nothing to ask with; use POST.`);
  if (!body) return refuse(413, `A question may have ${LARGEST_BODY} bytes, not more.`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  // The guard reads the Host header itself: the address here is only a place to hang the path on.
  return answer(
    new Request(`http://localhost${PLACE}`, {
      method,
      headers,
      signal,
      ...(method === 'POST' && { body }),
    }),
  );
}

/**
 * What was sent, or null where it is too much. Read to its end all the same: a client that is still
 * sending would not see the answer.
 */
async function bodyOf(asked: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of asked) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size <= LARGEST_BODY ? new Uint8Array(Buffer.concat(chunks)) : null;
}
