import type { Metadata } from 'next';
import { PICTURE_SIZE } from './picture/size';

interface Shared {
  type: 'article' | 'profile' | 'website';
  title: string;
  description: string;
  /** The page's path. */
  url: string;
  /** The path of its picture, where that is not below its own; null for a page that has none. */
  picture?: string | null;
  /** The picture in words. */
  alt?: string;
  /** Where the site is, for pages that can be embedded. */
  site?: string;
  /** The same in other forms: media type → address. */
  types?: Record<string, string>;
}

/** What a page shows of itself where its link is shared (https://ogp.me). */
export function sharing(shared: Shared) {
  const { type, title, description, url, alt, site, types } = shared;
  const picture = shared.picture === undefined ? `${url}/picture.png` : shared.picture;
  const card = `${site}/oembed?url=${encodeURIComponent(`${site}${url}`)}`;
  const cards = { 'application/json+oembed': card, 'text/xml+oembed': `${card}&format=xml` };
  const images =
    picture === null ? [] : [{ url: picture, ...PICTURE_SIZE, type: 'image/png', alt }];
  return {
    alternates: { canonical: url, types: { ...types, ...(site && cards) } },
    openGraph: { type, title, description, url, siteName: 'Earmark', images },
    twitter: {
      card: picture === null ? 'summary' : 'summary_large_image',
      title,
      description,
      images,
    },
  } satisfies Metadata;
}
