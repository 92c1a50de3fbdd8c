import { parseArgs } from 'node:util';
import { UsageError } from './console.ts';

export const USAGE = `Usage: npm run --silent mcp [-- --http [--port N]]

Serves the tools for assistants (Model Context Protocol): over stdin and stdout, for a client that
starts this command itself, or over HTTP at http://127.0.0.1:3001/mcp. The running site serves the
same at /mcp.

  --http        listen for HTTP, on 127.0.0.1 or HOST
  --port N      there, 0 to 65535; 0 is any free port (3001)

Links in answers begin with PUBLIC_URL, or with http://HOST:PORT of the site on this machine.
`;

export type McpArguments = { help: true } | { help: false; http: { port: number } | null };

/** @throws UsageError */
export function readArguments(argv: readonly string[]): McpArguments {
  const { help, http, port } = parse(argv);
  if (help) return { help };
  if (port !== undefined && !http) throw new UsageError(`--port goes with --http.\n\n${USAGE}`);
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) {
    throw new UsageError(`--port is ${JSON.stringify(port)}; give a number from 0 to 65535.`);
  }
  return { help: false, http: http ? { port: Number(port ?? 3001) } : null };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', short: 'h' },
        http: { type: 'boolean' },
        port: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
