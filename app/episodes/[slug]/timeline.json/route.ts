import { refuse } from '@/app/api/answer';
import { slugFrom } from '@/app/parameters';
import { paragraphSpans } from '@/components/reader/paragraphs';
import type { TimelineTurn } from '@/lib/media/timeline';
import type { TurnView } from '@/lib/store/views';
import { earmark } from '@/lib/wire';

/** What the player follows along with: when each turn is said, and the known times within it. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const slug = slugFrom((await params).slug);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode)
    return refuse('not_found', 'There is no episode of that name; /api/episodes lists them.');
  return Response.json({ turns: episode.turns.map(timed) });
}

function timed({ startMs, endMs, timing, withinMs, text, marks }: TurnView): TimelineTurn {
  const paragraphs = paragraphSpans(text).map(({ start }) => start);
  return {
    startMs,
    endMs,
    timing,
    ...(withinMs !== undefined && { withinMs }),
    length: text.length,
    ...(marks && { marks: marks.map(({ offset, ms }) => [offset, ms] as const) }),
    ...(paragraphs.length > 1 && { paragraphs }),
  };
}
