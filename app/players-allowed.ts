import { recordingOf } from '@/lib/media/recording';
import { earmark } from '@/lib/wire';
import { slugFrom } from './parameters';

/**
 * What a page's content security policy must add for its recording: nothing for any page but the reader
 * of an episode that is recorded elsewhere. Feeds name a host that counts downloads and sends on to others,
 * and the policy holds for every step: so such a page may play from any host, by https where that is given.
 */
export async function playersAllowed(pathname: string): Promise<string[]> {
  const raw = /^\/episodes\/([^/]+)$/.exec(pathname)?.[1];
  const slug = raw === undefined ? null : slugFrom(raw);
  if (slug === null) return [];
  const { store, settings } = earmark();
  // The page itself says what is wrong with the database.
  const stored = await store.recording(slug).catch(() => null);
  const recording = stored && recordingOf(stored);
  if (!recording) return [];
  if (recording.kind === 'elsewhere') {
    const framed = settings.embeds === 'youtube' && recording.video !== null;
    return framed ? ['frame-src https://www.youtube-nocookie.com'] : [];
  }
  if (recording.own) return [];
  return [`media-src 'self' https:${recording.src.startsWith('http:') ? ' http:' : ''}`];
}
