import type { Conversation } from '../understanding.ts';
import type { DraftSection } from './draft.ts';
import type { SectionPoints } from './prompt.ts';
import { type ShownTurn, sampleTurns, sizeOf } from './sample.ts';

const TURN_WORDS = 8_000;
const POINT_WORDS = 3_000;

/** What the model sees of a whole episode. */
export interface Digest {
  sections: SectionPoints[];
  turns: ShownTurn[];
}

/**
 * Boils an episode down to one request: the points of its sections, the turns that prove them and,
 * where there is room, a sample of the others; 11,000 words at most.
 */
export function digestOf(conversation: Conversation, sections: readonly DraftSection[]): Digest {
  let left = POINT_WORDS;
  const known = sections.map(({ title, summary }, i) => ({
    section: i + 1,
    title,
    points: summary.filter(({ text }) => {
      left -= sizeOf(text) + sizeOf(title);
      return left >= 0;
    }),
  }));
  const cited = new Set(known.flatMap(({ points }) => points.flatMap(({ turns }) => turns)));
  const proofs = sampleTurns(
    conversation,
    [...cited].sort((a, b) => a - b),
    TURN_WORDS,
  );
  const room = proofs.reduce((words, { text }) => words - sizeOf(text), TURN_WORDS);
  const others = conversation.turns.map((_, turn) => turn).filter((turn) => !cited.has(turn));
  const turns = [...proofs, ...sampleTurns(conversation, others, Math.max(0, room))];
  return { sections: known, turns: turns.sort((a, b) => a.turn - b.turn) };
}

/** The section's positions, as far as there are turns. */
export const turnsOf = ({ firstTurn, lastTurn }: DraftSection, { turns }: Conversation): number[] =>
  [...turns.keys()].slice(Math.max(0, firstTurn), Math.max(0, lastTurn + 1));
