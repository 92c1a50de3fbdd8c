import { type Answer, readCompletion } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import type { Message } from './prompt.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_REDIRECTS = 3;
const WAIT_MS = 500;
const MAX_WAIT_MS = 5_000;

/**
 * Why there is no answer. `reason` completes "The model at HOST …". A `hopeless` failure would
 * repeat itself with every request; an `unreachable` one probably would.
 */
export interface Failure {
  reason: string;
  kind: 'hopeless' | 'unreachable' | 'unusable';
}

export type Exchange = { answer: Answer } | { failure: Failure };

/** A failure that another attempt may mend: the same again after a wait, or a plainer request. */
interface Retry {
  failure: Failure;
  again: 'same' | 'plain';
  waitMs: number;
}

export interface Transport {
  fetch: typeof fetch;
  /** For one attempt, from the connection to the last byte. */
  timeoutMs: number;
}

const failed = (kind: Failure['kind'], reason: string): { failure: Failure } => ({
  failure: { kind, reason },
});

/**
 * Asks once, and once more where that may help: after a short wait where the server is busy or
 * broken (429, 5xx), as long as it says but 5 s at most; at once and without `response_format` where
 * it refuses that (some servers know only JSON schemas; the prompt asks for JSON anyway). Never
 * throws; nothing of the server's words or of the request gets into a reason.
 */
export async function ask(
  endpoint: Endpoint,
  messages: readonly Message[],
  transport: Transport,
): Promise<Exchange> {
  const request = { model: endpoint.model, messages, temperature: 0, stream: false };
  let body = JSON.stringify({ ...request, response_format: { type: 'json_object' } });
  const first = await attempt(endpoint, body, transport);
  if (!('again' in first)) return first;
  if (first.again === 'plain') body = JSON.stringify(request);
  else await new Promise((resolve) => setTimeout(resolve, first.waitMs));
  const second = await attempt(endpoint, body, transport);
  return 'again' in second ? { failure: second.failure } : second;
}

async function attempt(
  endpoint: Endpoint,
  body: string,
  { fetch, timeoutMs }: Transport,
): Promise<Exchange | Retry> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await post(endpoint, body, fetch, signal);
    if ('failure' in response) return response;
    if (response.ok) {
      const text = await readCapped(response);
      if (text === null) return failed('unusable', 'sent more than 1 MB');
      const reading = readCompletion(text);
      return 'answer' in reading ? reading : failed('unusable', reading.reason);
    }
    const { status } = response;
    if (status === 400 || status === 422) {
      const again = (await readCapped(response))?.includes('response_format') ?? false;
      const refused = failed('unusable', `answered ${status} (it did not accept the request)`);
      return again ? { ...refused, again: 'plain', waitMs: 0 } : refused;
    }
    await response.body?.cancel();
    if (status === 429 || status >= 500) {
      const failure = failed('unusable', `answered ${status}`);
      return { ...failure, again: 'same', waitMs: waitMs(response.headers) };
    }
    return failed(
      isHopeless(status) ? 'hopeless' : 'unusable',
      `answered ${status}${hint(status)}`,
    );
  } catch (cause) {
    return failed('unreachable', connectionReason(cause, signal, timeoutMs));
  }
}

/** Follows redirects that stay at the origin: the key and the transcript go nowhere else. */
async function post(
  endpoint: Endpoint,
  body: string,
  send: typeof fetch,
  signal: AbortSignal,
): Promise<Response | { failure: Failure }> {
  let url = endpoint.url;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await send(url, {
      method: 'POST',
      headers: endpoint.headers,
      body,
      redirect: 'manual',
      signal,
    });
    if (response.status < 300 || response.status > 399) return response;
    await response.body?.cancel();
    const location = response.headers.get('location') ?? '';
    if (!URL.canParse(location, url)) return failed('hopeless', `answered ${response.status}`);
    url = new URL(location, url);
    if (url.origin !== endpoint.url.origin) {
      return failed('hopeless', 'redirects to another address, which is not followed');
    }
  }
  return failed('hopeless', 'redirects in circles');
}

/** The body as text, or null where it is longer than 1 MB (after decompression). */
async function readCapped(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  // Leaves out a byte order mark, which JSON does not allow.
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** "Retry-After" is a number of seconds or a date. */
function waitMs(headers: Headers): number {
  const given = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.min(MAX_WAIT_MS, ms)) : WAIT_MS;
}

const isHopeless = (status: number) => [401, 402, 403, 404, 405].includes(status);

function hint(status: number): string {
  if (status === 401 || status === 403) return ' (the API key is missing or not accepted)';
  if (status === 404) return ' (the address or the name of the model is unknown there)';
  return '';
}

function connectionReason(cause: unknown, signal: AbortSignal, timeoutMs: number): string {
  if (signal.aborted) return `did not answer within ${timeoutMs / 1000} s`;
  const root = cause instanceof Error && cause.cause ? cause.cause : cause;
  const code = typeof root === 'object' && root && 'code' in root ? root.code : null;
  if (code === 'ECONNREFUSED') return 'cannot be reached (connection refused)';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'cannot be reached (unknown host)';
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET') return 'broke off the connection';
  return 'cannot be reached';
}
