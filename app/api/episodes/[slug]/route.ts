import { slugFrom } from '@/app/parameters';
import { earmark } from '@/lib/wire';
import { refuse } from '../../answer';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const slug = slugFrom((await params).slug);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode)
    return refuse('not_found', 'There is no episode of that name; /api/episodes lists them.');
  const { turns, show, ...rest } = episode;
  return Response.json({
    ...rest,
    show: show.title,
    url: `/episodes/${episode.slug}`,
    turnCount: turns.length,
    sections: episode.sections.map((section) => ({
      ...section,
      timing: episode.timing,
      url: `/episodes/${episode.slug}#s-${section.slug}`,
    })),
    summary: episode.summary.map((point) => ({
      ...point,
      urls: point.turns.map((turn) => `/episodes/${episode.slug}#turn-${turns[turn]?.anchor}`),
    })),
    quotes: episode.quotes.map((quote) => {
      const turn = turns[quote.turn];
      const speaker = turn?.speaker == null ? null : episode.speakers[turn.speaker];
      return {
        ...quote,
        turnId: turn?.anchor,
        startMs: turn?.startMs,
        timing: turn?.timing,
        speaker: speaker ? { slug: speaker.slug, name: speaker.name } : null,
        url: `/quotes/${quote.id}`,
      };
    }),
  });
}
