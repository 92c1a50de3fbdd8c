import { random } from './corpus.ts';

/** A word of a transcript that knows which word of the first version it is; null for one put in. */
export interface TracedWord {
  text: string;
  origin: number | null;
}

/** Turns as runs of traced words. */
export type TracedTurns = TracedWord[][];

export const traced = (texts: readonly string[]): TracedTurns => {
  let origin = 0;
  return texts.map((text) =>
    (text.match(/\S+/g) ?? []).map((word) => ({ text: word, origin: origin++ })),
  );
};

export const textsOf = (turns: TracedTurns) =>
  turns.map((turn) => turn.map(({ text }) => text).join(' '));

export interface Correction {
  /** Of all words: a third each replaced by another of the transcript's words, put in, or taken out. */
  words: number;
  /** Of all turns: so many run together with the next, and as many are cut in two. */
  turns: number;
  /** Of all turns: so many are taken out whole. */
  cut?: number;
}

/** A corrected version: the same every time for the same seed. */
export function corrected(turns: TracedTurns, amount: Correction, seed: number): TracedTurns {
  const next = random(seed);
  const vocabulary = turns.flat().map(({ text }) => text);
  const anyWord = () => vocabulary[Math.floor(next() * vocabulary.length)] ?? '';
  const reworded = turns
    .filter(() => next() >= (amount.cut ?? 0))
    .map((turn) =>
      turn.flatMap((word): TracedWord[] => {
        if (next() >= amount.words) return [word];
        const kind = next();
        if (kind < 1 / 3) return [{ text: anyWord(), origin: word.origin }];
        if (kind < 2 / 3) return [word, { text: anyWord(), origin: null }];
        return [];
      }),
    )
    .filter((turn) => turn.length > 0);
  const regrouped: TracedTurns = [];
  for (const turn of reworded) {
    const last = regrouped.at(-1);
    if (last && next() < amount.turns) last.push(...turn);
    else if (turn.length > 1 && next() < amount.turns) {
      const cut = 1 + Math.floor(next() * (turn.length - 1));
      regrouped.push(turn.slice(0, cut), turn.slice(cut));
    } else regrouped.push([...turn]);
  }
  return regrouped;
}
