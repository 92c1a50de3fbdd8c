import type { Store } from '../store/store.ts';
import type { EpisodeView } from '../store/views.ts';
import type { ModelSettings } from '../understanding/model/draft.ts';
import type { OwnerEdit } from '../understanding/owner-edits.ts';
import { UNDERSTANDING_VERSION, understand } from '../understanding/understand.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { rewrite } from './rewrite.ts';

/**
 * Understands a stored episode anew from its stored turns; the owner's edits stay. With `'keep'`
 * what a model wrote before is kept for the sections that are still the same, and nothing is asked.
 * @returns what the model could not do, and the edits whose words are nowhere any more.
 */
export async function understandAgain(
  store: Pick<Store, 'episode' | 'replaceUnderstanding'>,
  slug: string,
  model: ModelSettings | null | 'keep',
): Promise<{ notes: string[]; lost: OwnerEdit[] }> {
  const episode = await store.episode(slug);
  if (!episode) return { notes: [`There is no episode “${slug}”.`], lost: [] };
  const { turns, speakers, language } = episode;
  const headings = episode.sections.flatMap(({ heading, firstTurn }) =>
    heading === null ? [] : [{ title: heading, turn: firstTurn }],
  );
  const conversation = { turns, speakers, language, headings };
  const fresh = understand(conversation);
  const { understanding, writtenBy, notes } =
    model === 'keep'
      ? { ...keepWritten(fresh, episode), notes: [] }
      : await rewrite(conversation, fresh, model);
  const lost = await store.replaceUnderstanding(slug, {
    understanding,
    understandingVersion: UNDERSTANDING_VERSION,
    writtenBy,
  });
  return { notes, lost };
}

/** The model's titles and summaries of before, where a section is still the same turns. */
function keepWritten(
  fresh: Understanding,
  { writtenBy, sections, summary }: EpisodeView,
): { understanding: Understanding; writtenBy: string | null } {
  if (writtenBy === null) return { understanding: fresh, writtenBy };
  const kept = fresh.sections.map((section) => {
    const before = sections.find(
      ({ firstTurn, lastTurn }) => firstTurn === section.firstTurn && lastTurn === section.lastTurn,
    );
    if (!before) return section;
    const titled = before.retitled ? section : before;
    return {
      ...section,
      title: titled.title,
      why: { ...section.why, title: titled.why.title },
      summary: before.summary,
    };
  });
  return { understanding: { ...fresh, sections: kept, summary }, writtenBy };
}
