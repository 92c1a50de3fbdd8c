import { readParameters, refuse } from '@/app/api/answer';
import { SitemapParameters } from '@/app/parameters';
import { SITEMAP_MOST, toSitemap, toSitemapIndex } from '@/lib/export/sitemap';
import { earmark } from '@/lib/wire';
import { siteAddress } from '../site-address';

/** Every page that is for all; of very many a list of parts. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, SitemapParameters);
  if (refusal) return refusal;
  const site = siteAddress(request);
  const { episodes, speakers, things } = await earmark().store.addresses();
  const pages = [
    { url: `${site}/`, modified: null },
    { url: `${site}/topics`, modified: null },
    ...episodes.map(({ slug, changed }) => ({
      url: `${site}/episodes/${slug}`,
      modified: changed,
    })),
    ...speakers.map((slug) => ({ url: `${site}/speakers/${slug}`, modified: null })),
    ...things.map((slug) => ({ url: `${site}/topics/${slug}`, modified: null })),
  ];
  const parts = Math.ceil(pages.length / SITEMAP_MOST);
  const part = data.part ?? 1;
  if (part > parts)
    return refuse('not_found', `The sitemap has ${parts} parts, and no part ${part}.`);
  const text =
    parts > 1 && data.part === undefined
      ? toSitemapIndex(Array.from({ length: parts }, (_, i) => `${site}/sitemap.xml?part=${i + 1}`))
      : toSitemap(pages.slice((part - 1) * SITEMAP_MOST, part * SITEMAP_MOST));
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
