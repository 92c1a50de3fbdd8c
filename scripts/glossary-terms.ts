import type { KnownTerm } from '../lib/search/glossary/propose.ts';
import type { Store } from '../lib/store/store.ts';

/** Sounds are compared for so many terms of a show, those that are named most often. */
const MOST_TERMS = 500;

/** What the episodes of a show are about, and how often it is named. */
export async function termsOf(
  store: Store,
  show: string,
  onEpisode: (done: number, of: number) => void,
): Promise<KnownTerm[]> {
  const terms = new Map<string, number>();
  const { episodes } = await store.addresses();
  for (const [i, { slug }] of episodes.entries()) {
    const episode = await store.episode(slug);
    onEpisode(i + 1, episodes.length);
    if (episode?.show.slug !== show) continue;
    for (const { label, mentions } of episode.things)
      terms.set(label, (terms.get(label) ?? 0) + mentions);
  }
  return [...terms]
    .map(([term, mentions]) => ({ term, mentions }))
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, MOST_TERMS);
}
