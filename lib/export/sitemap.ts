import { element } from './xml.ts';

/** The most addresses that one sitemap may hold (https://www.sitemaps.org/protocol.html). */
export const SITEMAP_MOST = 50_000;

/** A page, or a sitemap; `modified` is a date and time of ISO 8601, or null. */
interface Listed {
  url: string;
  modified: string | null;
}

/** A sitemap of at most `SITEMAP_MOST` pages. */
export const toSitemap = (pages: readonly Listed[]): string => list('urlset', 'url', pages);

/** What stands in place of a sitemap that would be too long: the addresses of its parts. */
export const toSitemapIndex = (parts: readonly string[]): string =>
  list(
    'sitemapindex',
    'sitemap',
    parts.map((url) => ({ url, modified: null })),
  );

function list(root: string, entry: string, listed: readonly Listed[]): string {
  const entries = listed.map(
    ({ url, modified }) =>
      // Addresses stand in ASCII here, as the protocol wants it.
      `<${entry}>${element('loc', new URL(url).href)}${element('lastmod', modified)}</${entry}>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${root}>`,
    '',
  ].join('\n');
}
