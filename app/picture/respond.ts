import { createHash } from 'node:crypto';
import { type Card, draw } from './draw';

/** Pictures kept in memory, some 60 KB each. */
const KEPT = 48;
/** Raise it when the look changes: what a card says is all that its ETag knows. */
const LOOK = 1;

const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * The picture of a card. Its ETag is made from what it shows, so a picture that the asker has is
 * neither sent nor drawn again; a corrected transcript is seen within five minutes.
 */
export async function respondWithPicture(request: Request, card: Card, name: string) {
  const hash = createHash('sha256')
    .update(JSON.stringify([LOOK, card]))
    .digest('base64url');
  const etag = `"${hash.slice(0, 27)}"`;
  const headers = {
    etag,
    'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
    'content-type': 'image/png',
    'content-disposition': `inline; filename="${encodeURIComponent(name)}.png"`,
  };
  const known = request.headers.get('if-none-match') ?? '';
  if (known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(await drawn(etag, card), { headers });
}

/** Draws one picture at a time, and keeps the latest. */
function drawn(etag: string, card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const found = kept.get(etag);
  const picture = found ?? last.then(() => draw(card));
  kept.delete(etag);
  kept.set(etag, picture);
  if (!found) {
    last = picture.catch(() => kept.delete(etag));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest) kept.delete(oldest);
  }
  return picture;
}
