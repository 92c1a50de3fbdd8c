import { EMBED_POINTS } from '@/lib/export/html/embed-card';
import type { Embeddable } from '@/lib/export/oembed';
import type { EpisodeView, QuoteInContext, SectionView } from '@/lib/store/views';

/** A quote as something to embed. `site` is this site's address. */
export function quoteCardFor(quote: QuoteInContext, site: string): Embeddable {
  const { id, text, speakers, exchange, quoted, episode } = quote;
  const speaker = speakers[exchange[quoted]?.speaker ?? -1];
  return {
    src: `${site}/embed/quotes/${id}`,
    title: `A quote from ${speaker?.name ?? 'Unknown speaker'} in ${episode.title}`,
    // The words are larger than other text on a card.
    characters: text.length * 1.2,
    author: speaker ? { name: speaker.name, url: `${site}/speakers/${speaker.slug}` } : null,
    picture: `${site}/quotes/${id}/picture.png`,
  };
}

/** A section of an episode, or the whole, as something to embed. */
export function episodeCardFor(
  episode: EpisodeView,
  section: SectionView | undefined,
  site: string,
): Embeddable {
  const points = (section ?? episode).summary.slice(0, EMBED_POINTS);
  const said = points.reduce((sum, { text }) => sum + text.length + 30, 0);
  return {
    src: `${site}/embed/episodes/${episode.slug}${section ? `/sections/${section.slug}` : ''}`,
    title: section ? `${section.title}, in ${episode.title}` : episode.title,
    characters: (said || 280) + (section?.title ?? episode.title).length,
    author: { name: episode.show.title, url: `${site}/` },
    picture: `${site}/episodes/${episode.slug}/picture.png`,
  };
}
