import { pipeline } from 'node:stream/promises';
import type { NextApiRequest, NextApiResponse } from 'next';
import { slugFrom } from '../../../app/parameters';
import { answerTo } from '../../../lib/media/range';
import { openRecording } from '../../../lib/media/stored-file';
import { earmark } from '../../../lib/wire';

/** A recording is long, and nobody sends one. */
export const config = { api: { bodyParser: false, responseLimit: false } };

/** How a stream says that its reader has gone. */
const LEFT = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

/**
 * The owner's recording of an episode, at /episodes/NAME/media, in whole or in part (RFC 9110), read as it
 * is sent. It stands here because answers of `app/` may not say their length, which players ask for.
 */
export default async function recording(request: NextApiRequest, response: NextApiResponse) {
  const { method } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(
      response,
      405,
      'bad_request',
      'A recording can only be read: ask with GET or HEAD.',
    );
  }
  const { store, settings } = earmark();
  const slug = slugFrom(String(request.query.slug));
  const stored = slug === null ? null : await store.recording(slug);
  const file =
    stored?.mediaFile == null ? null : await openRecording(settings.mediaDir, stored.mediaFile);
  if (!file) {
    const message = 'This site has no recording of its own for an episode of that name.';
    return refuse(response, 404, 'not_found', message);
  }
  try {
    const asked = new Headers();
    for (const [name, value] of Object.entries(request.headers)) asked.set(name, String(value));
    const { status, headers, bytes } = answerTo(method, asked, file);
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (status < 300) response.setHeader('content-type', file.type);
    // Never taken for a page, whatever is in it; never packed, which would move its bytes.
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-cache, no-transform');
    if (bytes === null) return response.end();
    await pipeline(file.handle.createReadStream({ ...bytes, autoClose: false }), response);
  } catch (error) {
    // Who listens leaves in the middle, again and again: that is how players seek.
    if (!LEFT.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await file.handle.close();
  }
}

/** In the one shape in which the API says no (app/api/answer). */
function refuse(response: NextApiResponse, status: number, code: string, message: string) {
  response.status(status).json({ error: { code, message } });
}
