import { EpisodeLine } from '@/components/episode-line';
import { titleText } from '@/components/title-text';
import type { EpisodeCard } from '@/lib/store/views';

export function EpisodeCardView({ episode }: { episode: EpisodeCard }) {
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  const order = [...episode.speakers].sort(
    (a, b) => Number(b.role === 'guest') - Number(a.role === 'guest'),
  );
  return (
    <article className="py-8">
      <EpisodeLine episode={episode}>
        <span>{episode.wordCount.toLocaleString('en')} words</span>
      </EpisodeLine>
      <h2 className="mt-2 text-2xl leading-snug">
        <a className="quiet-link" href={`/episodes/${episode.slug}`}>
          {titleText(episode.title)}
        </a>
      </h2>
      {order.length > 0 && (
        <p className="mt-1 text-[0.9375rem] text-muted">
          {list.format(order.map(({ name }) => name))}
        </p>
      )}
      {episode.blurb && (
        <p className="mt-3 line-clamp-3 font-serif text-[1.0625rem] leading-relaxed">
          {episode.blurb}
        </p>
      )}
    </article>
  );
}
