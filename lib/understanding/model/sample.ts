import type { Conversation } from '../understanding.ts';

/** A turn as the model sees it; `text` may be cut where the turn alone is too long. */
export interface ShownTurn {
  turn: number;
  speaker: string | null;
  text: string;
}

/** About how many words a text costs; scripts without spaces count by signs. */
export function sizeOf(text: string): number {
  const spaced = text.match(/\S+/g)?.length ?? 0;
  return Math.max(spaced, Math.ceil(text.length / 9));
}

const SLICES = 12;

/**
 * Turns worth at most `budget` words out of those at the given positions. All of them where they
 * fit; otherwise runs of neighbours from the beginning of each twelfth of the text, so that every
 * part is seen and a question keeps its answer. Turns are whole, but for one that alone is longer
 * than its twelfth may be.
 */
export function sampleTurns(
  conversation: Conversation,
  positions: readonly number[],
  budget: number,
): ShownTurn[] {
  const all = positions.flatMap((turn) => {
    const spoken = conversation.turns[turn];
    if (!spoken) return [];
    const speaker = spoken.speaker === null ? null : conversation.speakers[spoken.speaker];
    return [{ turn, speaker: speaker?.name ?? null, text: spoken.text, size: sizeOf(spoken.text) }];
  });
  const total = all.reduce((sum, { size }) => sum + size, 0);
  if (total <= budget) return all.map(shown);
  const share = Math.floor(budget / SLICES);
  const chosen: ShownTurn[] = [];
  let before = 0;
  let slice = -1;
  let left = 0;
  for (const item of all) {
    const here = Math.floor((before / total) * SLICES);
    before += item.size;
    const opens = here !== slice;
    if (opens) {
      slice = here;
      left = share;
    }
    if (item.size <= left) chosen.push(shown(item));
    else if (opens) chosen.push({ ...shown(item), text: cutTo(item.text, share) });
    // Once a turn does not fit, later ones of the slice would stand without it.
    left = item.size <= left ? left - item.size : 0;
  }
  return chosen;
}

const shown = ({ turn, speaker, text }: ShownTurn): ShownTurn => ({ turn, speaker, text });

/** The beginning of a text, `words` words at most, ending with a word. */
function cutTo(text: string, words: number): string {
  const start = text.slice(0, words * 9);
  let end = 0;
  let count = 0;
  for (const match of start.matchAll(/\S+/g)) {
    if (++count > words) break;
    end = match.index + match[0].length;
  }
  return start.slice(0, end);
}
