import { slugFrom } from '@/app/parameters';
import type { EpisodeView, SectionView } from '@/lib/store/views';
import { earmark } from '@/lib/wire';

/**
 * A section by its name as it stands in a route or a fragment. One that is called or cut otherwise now leads to
 * the section that has the words with which it began; undefined where there never was one.
 */
export async function findSection(
  { slug, sections }: Pick<EpisodeView, 'slug' | 'sections'>,
  raw: string,
): Promise<SectionView | undefined> {
  const name = slugFrom(raw);
  const live = sections.find((section) => section.slug === name);
  if (live || !name) return live;
  const retired = await earmark().store.retiredPlaces(slug);
  const place = retired.find(({ fragment }) => fragment === `s-${name}`);
  return place && sections.find(({ lastTurn }) => lastTurn >= place.turn);
}
