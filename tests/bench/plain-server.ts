import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that stands ready: its path, its type and its bytes, base64. */
export interface ReadyAnswer {
  path: string;
  type: string;
  body: string;
}

// A program of its own: sends bytes that stand ready, and does nothing else. The least that any
// server on Node can take.
process.on('message', (answers: ReadyAnswer[]) => {
  const ready = new Map(
    answers.map(({ path, type, body }) => [path, { type, body: Buffer.from(body, 'base64') }]),
  );
  const server = createServer((request, response) => {
    const answer = ready.get((request.url ?? '').split('?')[0] ?? '');
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': answer.type, 'content-length': answer.body.length });
    response.end(answer.body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.on('disconnect', () => process.exit());
