/** A passage with its score, 0 to 1. */
export interface Scored {
  id: string;
  /** Slug of its episode. */
  episode: string;
  score: number;
}

/**
 * Two rankings as one, as Meilisearch's own hybrid search has it: a score by words counts 1 − `ratio`
 * times, one by meaning `ratio` times; what is in both lists stands where it counts more. Equals keep
 * their order, words before meaning.
 */
export function blend(
  byWords: readonly Scored[],
  byMeaning: readonly Scored[],
  ratio: number,
): Scored[] {
  const best = new Map<string, Scored>();
  const take = (passage: Scored, weight: number) => {
    const score = passage.score * weight;
    if (score > (best.get(passage.id)?.score ?? -1)) best.set(passage.id, { ...passage, score });
  };
  for (const passage of byWords) take(passage, 1 - ratio);
  for (const passage of byMeaning) take(passage, ratio);
  return [...best.values()].sort((a, b) => b.score - a.score);
}
