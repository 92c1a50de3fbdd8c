import { readParameters, refuse } from '@/app/api/answer';
import { findSection } from '@/app/episodes/find-section';
import { OEmbedParameters, slugFrom } from '@/app/parameters';
import { findQuote } from '@/app/quotes/find-quote';
import { siteAddress } from '@/app/site-address';
import { type Embeddable, embeddedPage, oEmbed, oEmbedXml } from '@/lib/export/oembed';
import { earmark } from '@/lib/wire';
import { episodeCardFor, quoteCardFor } from './cards';

/** oEmbed (https://oembed.com) for quotes, episodes and their sections. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, OEmbedParameters);
  if (refusal) return refusal;
  if (data.format !== 'json' && data.format !== 'xml') {
    return refuse('not_implemented', 'Cards are described as json or xml, and as nothing else.');
  }
  const site = siteAddress(request);
  const card = await find(data.url, site);
  if (!card) {
    const message = `There is nothing to embed at “${data.url}”; quotes, episodes and their sections at ${site} can be.`;
    return refuse('not_found', message);
  }
  const answer = oEmbed(card, site, data);
  // Pages of other sites ask for it too.
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' };
  if (data.format === 'json') return Response.json(answer, { headers });
  return new Response(oEmbedXml(answer), {
    headers: { ...headers, 'content-type': 'text/xml; charset=utf-8' },
  });
}

async function find(url: string, site: string): Promise<Embeddable | null> {
  const page = embeddedPage(url, site);
  if (!page) return null;
  if ('quote' in page) {
    const quote = await findQuote(page.quote);
    return quote ? quoteCardFor(quote, site) : null;
  }
  const slug = slugFrom(page.episode);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode) return null;
  if (page.section === null) return episodeCardFor(episode, undefined, site);
  const section = await findSection(episode, page.section);
  return section ? episodeCardFor(episode, section, site) : null;
}
