import { type EpisodeHits, MOMENTS, type Paging } from './engine.ts';

/** Hits in order of rank, each with the episode it is of. */
interface Ranked<Id> {
  id: Id;
  episode: string;
}

/**
 * A page of episodes in the order of their best hits: the ids of the moments to show, and for every
 * episode of the page how many hits it has.
 */
export function pageByEpisode<Id>(
  ranked: readonly Ranked<Id>[],
  { page, perPage }: Paging,
): { ids: Id[]; episodes: { total: number; shown: EpisodeHits[] } } {
  const groups = new Map<string, Id[]>();
  for (const { id, episode } of ranked) {
    const own = groups.get(episode);
    if (own) own.push(id);
    else groups.set(episode, [id]);
  }
  const shown = [...groups].slice((page - 1) * perPage, page * perPage);
  return {
    ids: shown.flatMap(([, ids]) => ids.slice(0, MOMENTS)),
    episodes: {
      total: groups.size,
      shown: shown.map(([slug, ids]) => ({ slug, total: ids.length })),
    },
  };
}
