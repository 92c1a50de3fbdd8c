import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Source } from './compose.ts';
import { fetchUrl } from './fetch-url.ts';
import { SourceError } from './source-error.ts';

/** Endings that a folder is searched for; a file named by itself may have any. */
const ENDINGS = new Set('.txt .md .srt .vtt .json .html .htm .tsv .ttml .xml .rss'.split(' '));
/** No transcript comes near this; a mistaken path to a recording does. */
const MAX_BYTES = 64 * 1024 * 1024;
const FETCH_MS = 30_000;

/** Whether a folder's file, by its path within the folder, may be a transcript. */
export function isTranscriptName(name: string): boolean {
  return (
    ENDINGS.has(path.extname(name).toLowerCase()) &&
    !name.split(path.sep).some((part) => part.startsWith('.'))
  );
}

export const isUrl = (target: string) => /^https?:\/\//i.test(target);

/**
 * The files behind what stands on the command line: a file or a URL is itself, a folder is the
 * transcripts in it (and in its folders), in the order of their names, hidden ones left out; a pattern
 * ("talks/2026-*.vtt", "**" for any folders) that no shell has resolved is the files that it fits.
 * @throws SourceError where nothing is there.
 */
export async function expandTarget(target: string): Promise<string[]> {
  if (isUrl(target)) return [target];
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(target)) {
    throw new SourceError(`${target}: only http and https URLs can be read.`);
  }
  const info = await stat(target).catch(() => null);
  if (!info) {
    const matched = await matching(target);
    if (matched.length > 0) return matched;
    throw new SourceError(
      `${target}: there is no such file or folder${isDynamicPattern(target) ? ', and no file fits the pattern' : ''}.`,
    );
  }
  if (!info.isDirectory()) return [target];
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => isTranscriptName(path.relative(target, file)))
    .sort();
  if (files.length === 0) {
    throw new SourceError(`${target}: no transcripts in this folder (${[...ENDINGS].join(', ')}).`);
  }
  return files;
}

/** Files that a pattern fits; of folders "**" finds only what may be a transcript. */
async function matching(pattern: string): Promise<string[]> {
  const portable = path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  if (!isDynamicPattern(portable)) return [];
  const files = await glob(portable, { expandDirectories: false });
  return files.filter((file) => isTranscriptName(path.basename(file))).sort();
}

/** The transcripts that stand beside a file under its name, whatever their endings; itself among them. */
export async function filesOfName(file: string): Promise<string[]> {
  const folder = path.dirname(file);
  const names = await readdir(folder);
  return names
    .filter(isTranscriptName)
    .map((name) => path.join(folder, name))
    .filter((other) => nameOf(other) === nameOf(file))
    .sort();
}

/**
 * A file's name with its folder, without what tells only of its format: "talk.json", "talk.srt" and
 * "talk.chapters.json" have one.
 */
export const nameOf = (file: string): string =>
  path
    .resolve(file)
    .replace(/\.[^./\\]+$/, '')
    .replace(/[._-]chapters$/i, '');

/**
 * A file's or a URL's bytes. `allowPrivate`: URLs may lead to this machine or a private network.
 * @throws SourceError where it cannot be read, is too large, or answers with an error.
 */
export async function readSource(
  target: string,
  { allowPrivate = false }: { allowPrivate?: boolean } = {},
): Promise<Source> {
  if (isUrl(target)) {
    const limits = { maxBytes: MAX_BYTES, timeoutMs: FETCH_MS, allowPrivate };
    return { location: target, bytes: await fetchUrl(target, limits) };
  }
  const info = await stat(target).catch(() => null);
  if (!info?.isFile()) throw new SourceError(`${target}: there is no such file.`);
  if (info.size > MAX_BYTES) throw new SourceError(`${target}: ${tooLarge(info.size)}`);
  const bytes = await readFile(target).catch((cause: NodeJS.ErrnoException) => {
    throw new SourceError(`${target}: cannot be read (${cause.code ?? cause.message}).`, { cause });
  });
  return { location: path.resolve(target), bytes };
}

const tooLarge = (bytes: number) =>
  `larger than ${MAX_BYTES / 1024 / 1024} MB (${Math.ceil(bytes / 1024 / 1024)} MB), which no transcript is.`;
