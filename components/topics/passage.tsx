import { marked } from '@/components/marked';
import { clockText } from '@/components/time';
import type { EpisodeRef, MentionView } from '@/lib/store/views';

interface Props {
  episode: EpisodeRef;
  mention: MentionView;
  large?: boolean;
}

/** Where a link to a mention opens: on the name itself, all others highlighted. */
export function mentionHref(episode: Pick<EpisodeRef, 'slug'>, mention: MentionView): string {
  const name = mention.text.slice(mention.start, mention.end).replaceAll('"', '');
  const query = new URLSearchParams({
    q: `"${name}"`,
    hit: `${mention.anchor}.${mention.offset}`,
  });
  return `/episodes/${episode.slug}?${query}#turn-${mention.anchor}`;
}

/** The sentences around a mention, with who said them and a link that lands on the name. */
export function Passage({ episode, mention, large = false }: Props) {
  return (
    <figure>
      <blockquote
        className={`font-serif leading-relaxed ${large ? 'text-2xl leading-snug' : 'text-[1.0625rem]'}`}
      >
        <a className="quiet-link" href={mentionHref(episode, mention)}>
          {marked(mention.text, [mention], (words) => (
            <mark key="name">{words}</mark>
          ))}
        </a>
      </blockquote>
      <figcaption className="mt-1 text-sm text-muted">
        {mention.speaker ? (
          <a className="quiet-link" href={`/speakers/${mention.speaker.slug}`}>
            {mention.speaker.name}
          </a>
        ) : (
          'Unknown speaker'
        )}{' '}
        <span className="time">{clockText(mention.startMs, mention.timing)}</span>
        {mention.defining && !large && <span className="ml-2">explains it</span>}
      </figcaption>
    </figure>
  );
}
