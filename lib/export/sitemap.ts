import { element } from './xml.ts';

/** The most addresses that one sitemap may hold (https://www.sitemaps.org/protocol.html). */
export const SITEMAP_MOST = 50_000;

/** A sitemap; `modified` is an ISO 8601 calendar date or null. */
export function toSitemap(pages: readonly { url: string; modified: string | null }[]): string {
  const urls = pages
    .slice(0, SITEMAP_MOST)
    .map(({ url, modified }) => `<url>${element('loc', url)}${element('lastmod', modified)}</url>`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}
