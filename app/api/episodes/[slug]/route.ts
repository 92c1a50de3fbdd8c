import { slugFrom } from '@/app/parameters';
import { passageStartMs, passageTiming } from '@/lib/search/passages';
import type { SummaryPoint } from '@/lib/understanding/understanding';
import { earmark } from '@/lib/wire';
import { refuse } from '../../answer';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const slug = slugFrom((await params).slug);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode)
    return refuse('not_found', 'There is no episode of that name; /api/episodes lists them.');
  const links = await earmark().store.links(episode.slug);
  const { turns, show, things: _, mediaFile, ...rest } = episode;
  const turnUrl = (turn: number) => `/episodes/${episode.slug}#turn-${turns[turn]?.anchor}`;
  const withUrls = (point: SummaryPoint) => ({ ...point, urls: point.turns.map(turnUrl) });
  return Response.json({
    ...rest,
    show: show.title,
    url: `/episodes/${episode.slug}`,
    mediaUrl: mediaFile === null ? rest.mediaUrl : `/episodes/${episode.slug}/media`,
    turnCount: turns.length,
    sections: episode.sections.map((section, position) => ({
      ...section,
      timing: episode.timing,
      url: `/episodes/${episode.slug}#s-${section.slug}`,
      topics: section.topics.map((topic) => ({ ...topic, url: turnUrl(topic.firstTurn) })),
      summary: section.summary.map(withUrls),
      related: links.sections.get(position)?.map(({ episode: other, section: theirs, score }) => ({
        episode: { slug: other.slug, title: other.title, date: other.date },
        section: theirs,
        score,
        url: `/episodes/${other.slug}#s-${theirs.slug}`,
      })),
    })),
    summary: episode.summary.map(withUrls),
    topics: episode.things.map(({ definingTurn, ...thing }) => ({
      ...thing,
      url: `/topics/${thing.slug}`,
      definingTurn,
      explainedAt: turnUrl(definingTurn),
    })),
    saidElsewhere: [...links.turns].flatMap(([turn, echoes]) =>
      echoes.map(({ episode: other, here, ...echo }) => ({
        turn,
        ...here,
        other: {
          ...echo,
          episode: { slug: other.slug, title: other.title, date: other.date },
          url: `/episodes/${other.slug}#turn-${echo.anchor}`,
        },
      })),
    ),
    quotes: episode.quotes.map((quote) => {
      const turn = turns[quote.turn];
      const speaker = turn?.speaker == null ? null : episode.speakers[turn.speaker];
      return {
        ...quote,
        turnId: turn?.anchor,
        startMs: turn && passageStartMs(turn, quote.start),
        timing: turn && passageTiming(turn, quote.start),
        speaker: speaker ? { slug: speaker.slug, name: speaker.name } : null,
        url: `/quotes/${quote.id}`,
      };
    }),
  });
}
