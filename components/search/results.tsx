import type { SearchAnswer } from '@/lib/search/answer-view';
import { EpisodeGroup } from './episode-group';
import { HitItem } from './hit-item';

interface Props {
  answer: SearchAnswer;
  href: (change: Record<string, string | undefined>) => string;
}

/** The hits, one below the other, or by episode. */
export function Results({ answer, href }: Props) {
  const { hits, episodes } = answer;
  if (!episodes) {
    return (
      <ol className="mt-2">
        {hits.map((hit) => (
          <HitItem key={hit.url} hit={hit} />
        ))}
      </ol>
    );
  }
  return episodes.shown.map(({ slug, total }) => (
    <EpisodeGroup
      key={slug}
      hits={hits.filter(({ episode }) => episode.slug === slug)}
      total={total}
      more={href({ episode: slug, group: undefined })}
    />
  ));
}
