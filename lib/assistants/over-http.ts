import { createMcpHandler } from '@modelcontextprotocol/server';
import { objection } from './guard.ts';
import type { Library } from './library.ts';
import { createAssistantServer } from './server.ts';

/** A question holds at most one quote of 10,000 characters: so many bytes are plenty. */
export const LARGEST_BODY = 256 * 1024;

interface Options {
  /** The library as this request is to see it: links may follow the address it was asked at. */
  libraryFor(request: Request): Library;
  /** Host names under which the owner lets it be reached, besides localhost and IP addresses. */
  named: readonly string[];
  version: string;
  log: (line: string) => void;
}

/**
 * The Model Context Protocol over streamable HTTP, without sessions: every request is answered by
 * itself, so nothing is kept for clients that go away.
 */
export function serveOverHttp({ libraryFor, named, version, log }: Options) {
  const handler = createMcpHandler(
    ({ requestInfo }) => {
      if (!requestInfo) throw new Error('a request over HTTP has a request');
      return createAssistantServer(libraryFor(requestInfo), { version, log });
    },
    {
      maxRequestBodySize: LARGEST_BODY,
      onerror: ({ message }) => log(`MCP: ${message}`),
    },
  );
  return {
    async answer(request: Request): Promise<Response> {
      const refused = objection(request.headers, named);
      return refused === null ? handler.fetch(request) : refuse(403, refused);
    },
    close: () => handler.close(),
  };
}

/** Refuses in the protocol's own shape. */
export const refuse = (status: number, message: string): Response =>
  Response.json({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }, { status });
