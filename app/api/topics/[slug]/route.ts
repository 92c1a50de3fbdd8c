import { slugFrom } from '@/app/parameters';
import { mentionHref } from '@/components/topics/passage';
import type { EpisodeRef, MentionView } from '@/lib/store/views';
import { earmark } from '@/lib/wire';
import { refuse } from '../../answer';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const slug = slugFrom((await params).slug);
  const thing = slug && (await earmark().store.thing(slug));
  if (!thing) return refuse('not_found', 'There is no topic of that name; /api/topics lists them.');
  const { episodes, explained, ...rest } = thing;
  return Response.json({
    ...rest,
    url: `/topics/${thing.slug}`,
    explained: explained && toMention(explained.episode, explained.mention),
    mentions: episodes.flatMap(({ episode, mentions }) =>
      mentions.map((mention) => toMention(episode, mention)),
    ),
  });
}

function toMention(episode: EpisodeRef, { anchor, offset, ...mention }: MentionView) {
  return {
    episode: { slug: episode.slug, title: episode.title, date: episode.date },
    turnId: anchor,
    ...mention,
    url: mentionHref(episode, { anchor, offset, ...mention }),
  };
}
