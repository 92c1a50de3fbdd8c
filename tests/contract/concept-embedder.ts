import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Embedder } from '../../lib/embedder.ts';
import { parseEmbedder } from '../../lib/embedder.ts';
import { forms } from '../../lib/search/normalise.ts';

/** A space of meanings small enough to be read: each direction is a thing, words point towards it. */
const CONCEPTS = [
  ['bread', 'loaf', 'sourdough', 'bake', 'crust', 'pastry', 'boulangerie'],
  ['waiting', 'patience', 'patient', 'time', 'slow', 'perseverance'],
  ['model', 'models', 'gpus', 'predicts', 'neural', 'networks'],
  ['hello', 'welcome', 'greeting'],
];

/** One direction for each concept, and one for what belongs to none. */
function vectorOf(text: string): number[] {
  const words = forms(text);
  const vector = CONCEPTS.map((concept) => words.filter((word) => concept.includes(word)).length);
  return [...vector, vector.some((share) => share > 0) ? 0 : 1];
}

export interface ConceptEmbedder {
  embedder: Embedder;
  /** Where it listens, and how many numbers its vectors have. */
  host: string;
  dimensions: number;
  /** Every text that was sent to it, in order. */
  asked: string[];
  /** The keys that came with them. */
  keys: Set<string | undefined>;
  /** How it behaves from now on: as it should, with errors, refusing the key, or without an answer. */
  behave(mode: 'well' | 'error' | 'refuse' | 'silent'): void;
  stop(): Promise<void>;
}

/** A deterministic embedder on a free loopback port, to be used with source "rest". */
export async function startConceptEmbedder(): Promise<ConceptEmbedder> {
  let mode = 'well';
  const asked: string[] = [];
  const keys = new Set<string | undefined>();
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const { input }: { input: string[] } = JSON.parse(body);
      // What OpenAI and Ollama answer, both at once.
      const embeddings = input.map(vectorOf);
      asked.push(...input);
      keys.add(request.headers.authorization);
      if (mode === 'silent') return;
      const status = mode === 'error' ? 500 : mode === 'refuse' ? 401 : 200;
      const data = embeddings.map((embedding) => ({ embedding }));
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(status === 200 ? { data, embeddings } : { error: 'no' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dimensions = CONCEPTS.length + 1;
  return {
    host,
    dimensions,
    asked,
    keys,
    embedder: parseEmbedder(
      JSON.stringify({
        source: 'rest',
        url: `${host}/embed`,
        dimensions,
        request: { input: ['{{text}}', '{{..}}'] },
        response: { data: [{ embedding: '{{embedding}}' }, '{{..}}'] },
      }),
    ),
    behave(next) {
      mode = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
