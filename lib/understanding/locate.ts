import type { TurnSpan } from './understanding.ts';
import { words as wordsOf } from './words.ts';

/** At least this share of the words must still stand together. */
const ENOUGH = 0.7;

/**
 * Finds remembered words again: as they are in the turn they came from, as they are anywhere, or,
 * where the text was corrected since, where most of them stand together, that turn first. Null where
 * they are gone. Linear in the text for words that are not longer than a paragraph.
 */
export function locate(
  remembered: string,
  turns: readonly { anchor: string; text: string }[],
  anchor: string,
): TurnSpan | null {
  const home = turns.findIndex((turn) => turn.anchor === anchor);
  const order = [...turns.keys()].sort((a, b) => Number(b === home) - Number(a === home));
  for (const turn of order) {
    const start = turns[turn]?.text.indexOf(remembered) ?? -1;
    if (remembered !== '' && start >= 0) return { turn, start, end: start + remembered.length };
  }
  const sought = wordsOf(remembered).map(({ key }) => key);
  if (sought.length === 0) return null;
  let best: { span: TurnSpan; share: number } | null = null;
  for (const turn of order) {
    const found = closest(sought, turns[turn]?.text ?? '');
    if (!found || found.share < ENOUGH || found.share <= (best?.share ?? 0)) continue;
    best = { span: { turn, start: found.start, end: found.end }, share: found.share };
    if (turn === home) break;
  }
  return best?.span ?? null;
}

/** The stretch of as many words as are sought that shares most of them, order aside. */
function closest(sought: readonly string[], text: string) {
  const said = wordsOf(text);
  const size = Math.min(sought.length, said.length);
  const need = new Map<string, number>();
  for (const key of sought) need.set(key, (need.get(key) ?? 0) + 1);
  let shared = 0;
  let best = { at: -1, shared: 0 };
  said.forEach((word, i) => {
    shared += take(need, word.key, -1);
    const leaving = said[i - size];
    if (leaving) shared += take(need, leaving.key, 1);
    if (i >= size - 1 && shared > best.shared) best = { at: i - size + 1, shared };
  });
  const first = said[best.at];
  const last = said[best.at + size - 1];
  if (!first || !last) return null;
  const closing = /^[.!?…]+["'”’)]*/u.exec(text.slice(last.end))?.[0].length ?? 0;
  return { start: first.start, end: last.end + closing, share: best.shared / sought.length };
}

/** Moves a word into (-1) or out of (1) the window; returns by how much the shared count changes. */
function take(need: Map<string, number>, key: string, by: 1 | -1): number {
  const left = need.get(key);
  if (left === undefined) return 0;
  need.set(key, left + by);
  if (by === -1) return left > 0 ? 1 : 0;
  return left >= 0 ? -1 : 0;
}
