import type { Db } from './client.ts';

/** Where an episode's recording is, and nothing else of it; null where there is no such episode. */
export function readRecording(db: Db, slug: string) {
  return db.episode.findUnique({
    where: { slug },
    select: { slug: true, mediaUrl: true, mediaFile: true, mediaType: true },
  });
}
