import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { mediaTypeOf } from './kinds.ts';
import type { Representation } from './range.ts';

/** A recording that is open for reading; who asked for it closes it. */
export interface OpenRecording extends Representation {
  handle: FileHandle;
  type: string;
}

/**
 * Where a path really leads, relative to where its folder really is, with “/” between names; null where
 * that is not within the folder, whatever “..” and symbolic links there are on the way.
 * @throws NodeJS.ErrnoException where one of them is not there.
 */
export async function placeWithin(folder: string, file: string): Promise<string | null> {
  const [home, target] = [await realpath(folder), await realpath(file)];
  const relative = path.relative(home, target);
  const outside =
    relative === '' || path.isAbsolute(relative) || relative.split(path.sep)[0] === '..';
  return outside ? null : relative.split(path.sep).join('/');
}

/**
 * Opens a stored recording; null where it is gone, leads out of the folder, is no plain file or has a name
 * that no recording has.
 */
export async function openRecording(folder: string, stored: string): Promise<OpenRecording | null> {
  try {
    const place = await placeWithin(folder, path.join(folder, stored));
    const type = place === null ? null : mediaTypeOf(place);
    if (place === null || type === null) return null;
    const target = path.join(await realpath(folder), place);
    // A pipe would wait for its other end; a link put here since is not followed.
    if (!(await stat(target)).isFile()) return null;
    const handle = await open(target, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { size, mtimeMs, ino } = await handle.stat();
    const etag = `"${[size, Math.floor(mtimeMs * 1000), ino].map((n) => n.toString(36)).join('-')}"`;
    return { handle, type, size, modifiedMs: mtimeMs, etag };
  } catch (error) {
    // Not there any more, not for us to read, a link or a name where none should be: to who asks it is all one.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
