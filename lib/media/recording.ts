import { atSecond, serviceOf, youtubeId } from './elsewhere.ts';
import { mediaTypeOf } from './kinds.ts';

/** The recording of an episode, ready to be shown. */
export type Recording =
  /** It can be played here; `own`: this site serves it. */
  | { kind: 'audio' | 'video'; src: string; own: boolean }
  /** It is played by another site; `video`: what YouTube calls it, where it is there. */
  | { kind: 'elsewhere'; service: string; url: string; video: string | null };

interface Recorded {
  slug: string;
  mediaUrl: string | null;
  mediaFile: string | null;
  mediaType: string | null;
}

/** What there is to be heard of an episode; null where nothing is. What says no kind is taken for sound. */
export function recordingOf({ slug, mediaUrl, mediaFile, mediaType }: Recorded): Recording | null {
  const kind = (name: string) =>
    (mediaType ?? mediaTypeOf(name))?.startsWith('video/') ? 'video' : 'audio';
  if (mediaFile !== null) {
    return { kind: kind(mediaFile), src: `/episodes/${slug}/media`, own: true };
  }
  // Checked where it came in, but a page must not fail over what an older version let through.
  if (mediaUrl === null || !/^https?:/.test(mediaUrl) || !URL.canParse(mediaUrl)) return null;
  const service = serviceOf(mediaUrl);
  if (service) {
    const { name } = service;
    return { kind: 'elsewhere', service: name, url: mediaUrl, video: youtubeId(mediaUrl) };
  }
  return { kind: kind(new URL(mediaUrl).pathname), src: mediaUrl, own: false };
}

/**
 * A link that opens a recording at a moment: with a media fragment (https://www.w3.org/TR/media-frags/),
 * or as the other site has it. Whole seconds, so that no word is cut off.
 */
export function momentAddress(recording: Recording, ms: number): string {
  const second = Math.floor(ms / 1000);
  return recording.kind === 'elsewhere'
    ? atSecond(recording.url, second)
    : `${recording.src.replace(/#.*$/, '')}#t=${second}`;
}
