/**
 * How long saying something takes, as a model: words, their letters, figures and the signs of scripts without
 * spaces cost time, and so do the pauses after sentences and turns. All in milliseconds.
 *
 * The proportions are near the optimum, which is flat, for half of 232 timed English recordings of a dozen
 * shows (`tests/bench/timing/fit.ts`; the other half is reported): by letters alone long words come out too
 * long, by words alone too short. A pause at a comma came out as nothing. The whole is scaled to those
 * recordings, about 165 words a minute, music and silence included; only proportions matter once the length
 * of a recording is known.
 */
export const COSTS = {
  word: 125,
  letter: 49,
  figure: 195,
  /** A Mandarin syllable with its share of pauses; not fitted. */
  sign: 230,
  sentencePause: 155,
  turnPause: 20,
};
export type Costs = typeof COSTS;

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Milliseconds that one white-space separated piece of speech takes. */
export function wordCost(word: string, costs: Costs = COSTS): number {
  const signs = word.match(SIGNS)?.length ?? 0;
  const letters = (word.match(/\p{L}/gu)?.length ?? 0) - signs;
  const figures = word.match(/\p{N}/gu)?.length ?? 0;
  const pause = /[.!?…。？！]["”’)]*$/u.test(word) ? costs.sentencePause : 0;
  const whole = letters > 0 ? costs.word : 0;
  return whole + letters * costs.letter + figures * costs.figure + signs * costs.sign + pause;
}

/** Milliseconds of a whole turn with the pause after it; never 0. */
export function turnCost(text: string, costs: Costs = COSTS): number {
  return costs.turnPause + speechCost(text, costs);
}

/** Milliseconds of words in a row. */
export function speechCost(text: string, costs: Costs = COSTS): number {
  let cost = 0;
  for (const [word] of text.matchAll(/\S+/g)) cost += wordCost(word, costs);
  return cost;
}
