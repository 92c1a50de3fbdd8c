import { toAtom } from '@/lib/export/atom';
import { earmark } from '@/lib/wire';
import { siteAddress } from '../site-address';

/** Episodes, the newest first. */
const ENTRIES = 50;

export async function GET(request: Request) {
  const site = siteAddress(request);
  const { episodes } = await earmark().store.episodes({ page: 1, perPage: ENTRIES });
  const feed = toAtom({
    title: 'Earmark: episodes',
    self: `${site}/atom.xml`,
    url: `${site}/`,
    entries: episodes.map(({ slug, title, date, changedAt, blurb, show, speakers }) => ({
      title: `${title} (${show.title})`,
      url: `${site}/episodes/${slug}`,
      date,
      changedAt,
      summary: blurb,
      authors: speakers.map(({ name }) => name),
    })),
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
