import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface UnwellServer {
  host: string;
  close(): void;
}

/** A server that is not well. How a healthy one behaves is for a real one. */
export async function serveUnwell(listener: RequestListener): Promise<UnwellServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers so long after it was asked, in milliseconds. Nobody is kept waiting once the test is over. */
export const lateBy =
  (ms: number, listener: RequestListener): RequestListener =>
  (incoming, response) => {
    setTimeout(() => listener(incoming, response), ms).unref();
  };

export const asJson =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

export const asPage =
  (status: number): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  };

/** Hands everything on to a server that is well. */
export const handOnTo =
  (host: string): RequestListener =>
  (incoming, response) => {
    const { method = 'GET', headers, url = '/' } = incoming;
    const onward = request(new URL(url, host), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  };
