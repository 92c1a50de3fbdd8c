import { toSitemap } from '@/lib/export/sitemap';
import { earmark } from '@/lib/wire';
import { siteAddress } from '../site-address';

export async function GET(request: Request) {
  const site = siteAddress(request);
  const { episodes, speakers, things } = await earmark().store.addresses();
  const pages = [
    { url: `${site}/`, modified: null },
    { url: `${site}/topics`, modified: null },
    ...episodes.map(({ slug, date }) => ({ url: `${site}/episodes/${slug}`, modified: date })),
    ...speakers.map((slug) => ({ url: `${site}/speakers/${slug}`, modified: null })),
    ...things.map((slug) => ({ url: `${site}/topics/${slug}`, modified: null })),
  ];
  return new Response(toSitemap(pages), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
}
