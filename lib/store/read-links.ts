import type { Db } from './client.ts';
import { asTiming, episodeRefColumns, toEpisodeRef } from './read-episode.ts';
import type { EchoView, EpisodeLinks, RelatedView } from './views.ts';

const RELATED_SHOWN = 3;
const ECHOES_SHOWN = 4;

/** What other episodes have about the same: by section (its position), and by turn (its position). */
export async function readLinks(db: Db, slug: string): Promise<EpisodeLinks> {
  const [related, echoes] = await Promise.all([
    db.relatedSection.findMany({
      where: { from: { episode: { slug } } },
      orderBy: { score: 'desc' },
      include: {
        from: { select: { position: true } },
        to: {
          select: {
            slug: true,
            title: true,
            startMs: true,
            episode: { select: episodeRefColumns },
          },
        },
      },
    }),
    db.echo.findMany({
      where: { from: { episode: { slug } } },
      orderBy: { score: 'desc' },
      include: {
        from: { select: { start: true, end: true, turn: { select: { position: true } } } },
        to: {
          include: {
            turn: { include: { appearance: { include: { speaker: true } } } },
            episode: { select: episodeRefColumns },
          },
        },
      },
    }),
  ]);
  const sections = new Map<number, RelatedView[]>();
  for (const { from, to, score } of related) {
    const { episode, ...section } = to;
    const own = sections.get(from.position) ?? [];
    if (own.length < RELATED_SHOWN) {
      own.push({ episode: toEpisodeRef(episode), section, score });
    }
    sections.set(from.position, own);
  }
  const turns = new Map<number, EchoView[]>();
  for (const { from, to, score } of echoes) {
    const { turn, episode } = to;
    const own = turns.get(from.turn.position) ?? [];
    if (own.length < ECHOES_SHOWN) {
      own.push({
        episode: toEpisodeRef(episode),
        anchor: turn.anchor,
        startMs: turn.startMs,
        timing: asTiming(turn.timing),
        speaker: turn.appearance?.speaker.name ?? null,
        text: turn.text.slice(to.start, to.end),
        here: { start: from.start, end: from.end },
        score,
      });
    }
    turns.set(from.turn.position, own);
  }
  return { sections, turns };
}
