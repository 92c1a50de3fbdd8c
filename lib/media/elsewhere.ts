/** A player on another site, and how its links say at which second to begin. */
interface Service {
  name: string;
  /** Hosts, without "www." and "m.". */
  hosts: readonly string[];
  at: (url: URL, second: number) => void;
}

const inQuery = (name: string, unit: string) => (url: URL, second: number) =>
  url.searchParams.set(name, `${second}${unit}`);

const SERVICES: readonly Service[] = [
  {
    name: 'YouTube',
    hosts: ['youtube.com', 'youtu.be', 'music.youtube.com', 'youtube-nocookie.com'],
    at: inQuery('t', 's'),
  },
  {
    name: 'Vimeo',
    hosts: ['vimeo.com'],
    at: (url, second) => {
      url.hash = `t=${second}s`;
    },
  },
  { name: 'Spotify', hosts: ['open.spotify.com'], at: inQuery('t', '') },
  { name: 'Apple Podcasts', hosts: ['podcasts.apple.com'], at: inQuery('t', '') },
  {
    name: 'SoundCloud',
    hosts: ['soundcloud.com'],
    at: (url, second) => {
      url.hash = `t=${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`;
    },
  },
];

/** The site whose own player an address opens; null where it may be a recording itself. */
export function serviceOf(address: string): Service | null {
  const host = new URL(address).hostname.replace(/^(?:www|m)\./, '');
  return SERVICES.find(({ hosts }) => hosts.includes(host)) ?? null;
}

/** The id of a video on YouTube, in any of the forms that its addresses have; null where it names none. */
export function youtubeId(address: string): string | null {
  if (serviceOf(address)?.name !== 'YouTube') return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const [first = '', second = ''] = pathname.split('/').filter(Boolean);
  const id = hostname.endsWith('youtu.be')
    ? first
    : ['shorts', 'live', 'embed', 'v'].includes(first)
      ? second
      : (searchParams.get('v') ?? '');
  return /^[\w-]{11}$/.test(id) ? id : null;
}

/** The address that opens a service's player at a second (a whole number from 0). */
export function atSecond(address: string, second: number): string {
  const id = youtubeId(address);
  const url = new URL(id ? `https://www.youtube.com/watch?v=${id}` : address);
  serviceOf(address)?.at(url, second);
  return url.href;
}
