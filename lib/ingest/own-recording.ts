import { open, stat } from 'node:fs/promises';
import { beginsAsMedia, MEDIA_ENDINGS, mediaTypeOf } from '../media/kinds.ts';
import { placeWithin } from '../media/stored-file.ts';
import { SourceError } from './source-error.ts';

/** As much of a file as shows what it is. */
const BEGINNING_BYTES = 4096;

/**
 * A recording on this machine that its owner names, as it is stored: by its path within the folder of
 * recordings, so that both may move together, and nothing outside can ever be served.
 * @throws SourceError where there is no such file, it is no recording, or it is not in that folder.
 */
export async function ownRecording(
  folder: string,
  given: string,
): Promise<{ mediaFile: string; mediaType: string }> {
  const info = await stat(given).catch(() => null);
  if (!info) throw new SourceError(`--media ${given}: there is no such file.`);
  if (!info.isFile()) throw new SourceError(`--media ${given}: this is no file; name a recording.`);
  const place = await placeWithin(folder, given).catch(() => null);
  if (place === null) {
    throw new SourceError(
      `--media ${given}: this is not in the folder of recordings, ${folder}; put it there, or set MEDIA_DIR to a folder it is in.`,
    );
  }
  const mediaType = mediaTypeOf(place);
  if (mediaType === null) {
    throw new SourceError(
      `--media ${given}: its name is not that of a recording; these are known: ${MEDIA_ENDINGS}.`,
    );
  }
  if (!beginsAsMedia(await beginning(given))) {
    throw new SourceError(
      `--media ${given}: there is no sound or film in this file, whatever its name says; name another one.`,
    );
  }
  return { mediaFile: place, mediaType };
}

async function beginning(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw new SourceError(`--media ${file}: cannot be read (${cause.code ?? cause.message}).`, {
      cause,
    });
  });
  try {
    const { buffer, bytesRead } = await handle.read(
      new Uint8Array(BEGINNING_BYTES),
      0,
      BEGINNING_BYTES,
      0,
    );
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
