import { type Answer, type Hit, MOMENTS, type Paging } from '../engine.ts';

/** An answer with the passages that sound alike behind all that were found as written. */
export function withSounds(answer: Answer, sounds: readonly Hit[], paging: Paging): Answer {
  if (sounds.length === 0) return answer;
  const total = answer.total + sounds.length;
  if (paging.byEpisode) return { ...answer, ...behindEpisodes(answer, sounds, paging), total };
  const { page, perPage } = paging;
  const from = Math.max(0, (page - 1) * perPage - answer.total);
  const room = Math.max(0, perPage - answer.hits.length);
  const beyond = page * perPage > answer.total;
  const added = beyond ? sounds.slice(from, from + room) : [];
  return { ...answer, hits: [...answer.hits, ...added], total };
}

/** By episode: they join their episode where it is shown, else their episodes come last. */
function behindEpisodes(answer: Answer, sounds: readonly Hit[], { page, perPage }: Paging) {
  const { shown, total } = answer.episodes ?? { shown: [], total: 0 };
  const isLast = page * perPage >= total;
  const groups = new Map(
    shown.map(({ slug, total: own }) => [
      slug,
      { hits: answer.hits.filter(({ passage }) => passage.episodeSlug === slug), total: own },
    ]),
  );
  for (const hit of sounds) {
    const slug = hit.passage.episodeSlug;
    const group = groups.get(slug) ?? { hits: [], total: 0 };
    if (!groups.has(slug) && (!isLast || groups.size >= perPage)) continue;
    if (group.hits.length < MOMENTS) group.hits.push(hit);
    group.total++;
    groups.set(slug, group);
  }
  return {
    hits: [...groups.values()].flatMap(({ hits }) => hits),
    episodes: {
      total: total + Math.max(0, groups.size - shown.length),
      shown: [...groups].map(([slug, { total: own }]) => ({ slug, total: own })),
    },
  };
}
