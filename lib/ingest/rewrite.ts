import type { ModelSettings } from '../understanding/model/draft.ts';
import { improve } from '../understanding/model/summarizer.ts';
import type { Conversation, Understanding } from '../understanding/understanding.ts';

/** An understanding whose titles and summaries a language model may have written. */
export interface Rewritten {
  understanding: Understanding;
  /** The model, where anything of its stands; else null. */
  writtenBy: string | null;
  /** What was dropped or failed, a sentence each. */
  notes: string[];
}

/** Hands titles and summaries to the owner's model, where there is one. Places never change. */
export async function rewrite(
  conversation: Conversation,
  understanding: Understanding,
  model: ModelSettings | null,
): Promise<Rewritten> {
  if (!model || conversation.turns.length === 0) {
    return { understanding, writtenBy: null, notes: [] };
  }
  const { sections, summary } = understanding;
  const { draft, notes } = await improve(conversation, { sections, summary }, model);
  const changed = draft.sections !== sections || draft.summary !== summary;
  return {
    understanding: {
      ...understanding,
      sections: sections.map((section, i) => {
        const { title, summary: points } = draft.sections[i] ?? section;
        if (title === section.title) return { ...section, summary: points };
        const why = { ...section.why, title: `Written by ${model.model}, checked by Earmark.` };
        return { ...section, title, summary: points, why };
      }),
      summary: draft.summary,
    },
    writtenBy: changed ? model.model : null,
    notes,
  };
}
