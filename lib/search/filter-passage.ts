import { forms } from './normalise.ts';
import { type Passage, speakerNames } from './passage.ts';
import type { Filters, NameFilter } from './query.ts';

/** Whether a passage passes the filters of a query, as the engines have it. */
export function passesFilters(passage: Passage, filters: Filters): boolean {
  const { after, before } = filters;
  if (after !== null && (passage.date === null || passage.date < after)) return false;
  if (before !== null && (passage.date === null || passage.date > before)) return false;
  const named = (list: readonly NameFilter[], slug: string | null, label: string | null) =>
    list.length === 0 || list.some((filter) => isNamed(filter, slug, label));
  const { speakerSlug } = passage;
  const speakerName = speakerNames(passage);
  return (
    named(filters.speaker, speakerSlug, speakerName) &&
    named(filters.episode, passage.episodeSlug, passage.episodeTitle) &&
    named(filters.show, passage.showSlug, passage.showTitle) &&
    named(filters.section, passage.sectionSlug, passage.sectionTitle) &&
    (filters.asked.length === 0 ||
      (passage.asks && named(filters.asked, speakerSlug, speakerName))) &&
    (filters.answered.length === 0 ||
      (passage.question !== null && named(filters.answered, speakerSlug, speakerName)))
  );
}

function isNamed(filter: NameFilter, slug: string | null, label: string | null): boolean {
  if ('slug' in filter) return filter.slug === slug;
  const words = new Set(forms(label ?? ''));
  return filter.words.every((word) => words.has(word));
}
