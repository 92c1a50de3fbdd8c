import { EMBED_POLICY } from '@/lib/export/html/embed-card';

/** A card for other pages to frame. */
export const respondWithCard = (html: string) =>
  new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': EMBED_POLICY,
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      // What is found is the page that the card is from.
      'x-robots-tag': 'noindex',
    },
  });
