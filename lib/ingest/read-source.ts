import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Source } from './compose.ts';

/** Endings that a folder is searched for; a file named by itself may have any. */
const ENDINGS = new Set(['.txt', '.md', '.srt', '.vtt', '.json', '.html']);
/** No transcript comes near this; a mistaken path to a recording does. */
const MAX_BYTES = 64 * 1024 * 1024;
const FETCH_MS = 30_000;

/** A source that cannot be read: what is wrong with it and how to mend it. */
export class SourceError extends Error {
  override name = 'SourceError';
}

const isUrl = (target: string) => /^https?:\/\//i.test(target);

/**
 * The files behind what stands on the command line: a file or a URL is itself, a folder is the
 * transcripts in it (and in its folders), in the order of their names, hidden ones left out.
 * @throws SourceError where nothing is there.
 */
export async function expandTarget(target: string): Promise<string[]> {
  if (isUrl(target)) return [target];
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(target)) {
    throw new SourceError(`${target}: only http and https URLs can be read.`);
  }
  const info = await stat(target).catch(() => {
    throw new SourceError(`${target}: there is no such file or folder.`);
  });
  if (!info.isDirectory()) return [target];
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && ENDINGS.has(path.extname(entry.name).toLowerCase()))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !path
          .relative(target, file)
          .split(path.sep)
          .some((part) => part.startsWith('.')),
    )
    .sort();
  if (files.length === 0) {
    throw new SourceError(`${target}: no transcripts in this folder (${[...ENDINGS].join(', ')}).`);
  }
  return files;
}

/** @throws SourceError where it cannot be read, is too large, or answers with an error. */
export async function readSource(target: string): Promise<Source> {
  if (isUrl(target)) return { location: target, bytes: await fetchBytes(target) };
  const info = await stat(target).catch(() => null);
  if (!info?.isFile()) throw new SourceError(`${target}: there is no such file.`);
  if (info.size > MAX_BYTES) throw new SourceError(`${target}: ${tooLarge(info.size)}`);
  const bytes = await readFile(target).catch((cause: NodeJS.ErrnoException) => {
    throw new SourceError(`${target}: cannot be read (${cause.code ?? cause.message}).`, { cause });
  });
  return { location: path.resolve(target), bytes };
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) throw new SourceError(`${url}: the server answered ${response.status}.`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_BYTES) throw new SourceError(`${url}: ${tooLarge(size)}`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const slow = cause instanceof Error && cause.name === 'TimeoutError';
    const why = slow ? `no answer within ${FETCH_MS / 1000} s` : 'the server cannot be reached';
    throw new SourceError(`${url}: ${why}.`, { cause });
  }
}

const tooLarge = (bytes: number) =>
  `larger than ${MAX_BYTES / 1024 / 1024} MB (${Math.ceil(bytes / 1024 / 1024)} MB), which no transcript is.`;
