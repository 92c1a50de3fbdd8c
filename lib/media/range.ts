/** A file as requests for it are answered from: what it is now, told apart from what it was before. */
export interface Representation {
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970; HTTP knows whole seconds. */
  modifiedMs: number;
  /** A strong validator, in its quotation marks. */
  etag: string;
}

/** How a request is answered: the head, and which bytes follow it (`end` included); null where none do. */
export interface Answer {
  status: 200 | 206 | 304 | 412 | 416;
  headers: Record<string, string>;
  bytes: { start: number; end: number } | null;
}

/** What a Range header asks of so many bytes; `end` is included. */
export type Wish = { start: number; end: number } | 'whole' | 'unsatisfiable';

/**
 * Reads a Range header (RFC 9110, 14.2). What is no range of bytes is ignored, and so are several ranges
 * at once: no player needs them, and both may be answered with the whole.
 */
export function readRange(header: string | null, size: number): Wish {
  const given = /^\s*bytes\s*=\s*(?:(\d+)\s*-\s*(\d*)|-\s*(\d+))\s*$/i.exec(header ?? '');
  if (!given) return 'whole';
  const [, first, last, suffix] = given;
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), size);
    if (Number(suffix) === 0) return 'unsatisfiable';
    return size === 0 ? 'whole' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' || last === undefined ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: Math.min(end, size - 1) };
}

/** Answers a GET or a HEAD with its conditions in the order of RFC 9110, 13.2.2. */
export function answerTo(
  method: 'GET' | 'HEAD',
  asked: Pick<Headers, 'get'>,
  file: Representation,
): Answer {
  const { size } = file;
  const modified = new Date(Math.floor(file.modifiedMs / 1000) * 1000);
  const headers = {
    'accept-ranges': 'bytes',
    etag: file.etag,
    'last-modified': modified.toUTCString(),
  };
  const empty = (status: 304 | 412): Answer => ({ status, headers, bytes: null });
  const since = (name: string) => {
    const date = Date.parse(asked.get(name) ?? '');
    return Number.isNaN(date) ? null : date;
  };

  const match = asked.get('if-match');
  const unmodified = since('if-unmodified-since');
  if (match !== null ? !lists(match, file.etag, 'strong') : older(unmodified, modified)) {
    return empty(412);
  }
  const none = asked.get('if-none-match');
  const known = since('if-modified-since');
  if (none !== null) {
    if (lists(none, file.etag, 'weak')) return empty(304);
  } else if (known !== null && !older(known, modified)) return empty(304);

  const wish =
    method === 'GET' && rangeHolds(asked.get('if-range'), file.etag, modified)
      ? readRange(asked.get('range'), size)
      : 'whole';
  if (wish === 'unsatisfiable') {
    const beyond = { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' };
    return { status: 416, headers: beyond, bytes: null };
  }
  if (wish === 'whole') {
    const bytes = size === 0 || method === 'HEAD' ? null : { start: 0, end: size - 1 };
    return { status: 200, headers: { ...headers, 'content-length': String(size) }, bytes };
  }
  const { start, end } = wish;
  const part = {
    ...headers,
    'content-range': `bytes ${start}-${end}/${size}`,
    'content-length': String(end - start + 1),
  };
  return { status: 206, headers: part, bytes: wish };
}

const older = (date: number | null, modified: Date) => date !== null && modified.getTime() > date;

/** Whether a list of entity tags has one; the weak comparison passes over "W/" (RFC 9110, 8.8.3.2). */
function lists(header: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (header.trim() === '*') return true;
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => tag === etag || (comparison === 'weak' && tag === `W/${etag}`));
}

/** RFC 9110, 13.1.5: a part is of use only to who has the rest of the very same file. */
function rangeHolds(condition: string | null, etag: string, modified: Date): boolean {
  if (condition === null) return true;
  const given = condition.trim();
  return given.startsWith('"') ? given === etag : Date.parse(given) === modified.getTime();
}
