import { element, escapeXml } from './xml.ts';

/** What may be embedded, as far as an answer needs it. */
export interface Embeddable {
  /** Address of the card. */
  src: string;
  title: string;
  /** Characters of text on the card: its height goes by them. */
  characters: number;
  author: { name: string; url: string } | null;
  /** Address of a picture of 1200 × 630 pixels. */
  picture: string;
}

/** Sizes in pixels. */
interface Room {
  maxwidth?: number | undefined;
  maxheight?: number | undefined;
}

const WIDTH = 640;
const PICTURE = { width: 1200, height: 630 };
const CACHE_SECONDS = 3600;

/** Width and height of a card's frame, in pixels: as high as its text will be, within the room there is. */
export function frameSize({ characters }: Pick<Embeddable, 'characters'>, room: Room = {}) {
  const width = Math.min(WIDTH, room.maxwidth ?? WIDTH);
  // 8.6 px a character of a wide typeface, 27 px a line, and what stands around the words; where the
  // frame is narrow, titles and names below them take more lines.
  const lines = Math.ceil((characters * 8.6) / Math.max(120, width - 64)) + 1;
  const around = width < 420 ? 190 : 130;
  const height = Math.min(around + 27 * lines, room.maxheight ?? Number.POSITIVE_INFINITY);
  return { width, height };
}

/** The markup that puts a card on a page. It runs no script; its links may leave the frame. */
export function frameMarkup(card: Pick<Embeddable, 'src' | 'title' | 'characters'>, room?: Room) {
  const { width, height } = frameSize(card, room);
  return `<iframe src="${escapeXml(card.src)}" title="${escapeXml(card.title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>`;
}

/** The answer to a request for a card (https://oembed.com, 2.3.4), of type "rich". */
export function oEmbed(card: Embeddable, site: string, room: Room) {
  const fits =
    PICTURE.width <= (room.maxwidth ?? Number.POSITIVE_INFINITY) &&
    PICTURE.height <= (room.maxheight ?? Number.POSITIVE_INFINITY);
  return {
    version: '1.0',
    type: 'rich',
    title: card.title,
    ...(card.author && { author_name: card.author.name, author_url: card.author.url }),
    provider_name: 'Earmark',
    provider_url: `${site}/`,
    cache_age: CACHE_SECONDS,
    html: frameMarkup(card, room),
    ...frameSize(card, room),
    ...(fits && {
      thumbnail_url: card.picture,
      thumbnail_width: PICTURE.width,
      thumbnail_height: PICTURE.height,
    }),
  };
}

/** The same as XML. */
export function oEmbedXml(answer: ReturnType<typeof oEmbed>): string {
  const fields = Object.entries(answer).map(([name, value]) => element(name, String(value)));
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
}

/** A page of this site, as its address says; null for any other address. */
export function embeddedPage(
  url: string,
  site: string,
): { quote: string } | { episode: string; section: string | null } | null {
  if (!URL.canParse(url) || !URL.canParse(site)) return null;
  const { host, protocol, pathname, searchParams, hash } = new URL(url);
  if (host !== new URL(site).host || !/^https?:$/.test(protocol)) return null;
  const [, kind, name, ...rest] = pathname.replace(/\/$/, '').split('/');
  if (!name || rest.length > 0) return null;
  if (kind === 'quotes') return { quote: name };
  if (kind !== 'episodes') return null;
  const quote = searchParams.get('quote');
  if (quote) return { quote };
  return { episode: name, section: hash.startsWith('#s-') ? hash.slice(3) : null };
}
