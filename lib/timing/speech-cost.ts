/**
 * How long saying something takes, as a model: each word costs a start and its letters, a script
 * without spaces costs by the sign, and punctuation and a change of speaker cost a pause. The figures
 * give English conversation its usual 165 to 185 words a minute, pauses included (Yuan, Liberman &
 * Cieri, "Towards an integrated understanding of speaking rate in conversation", Interspeech 2006);
 * only their proportions matter once the length of the recording is known. All in milliseconds.
 */
const WORD_MS = 115;
const LETTER_MS = 42;
const SIGN_MS = 190;
const CLAUSE_PAUSE_MS = 90;
const SENTENCE_PAUSE_MS = 260;
const TURN_PAUSE_MS = 220;

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Milliseconds that one white-space separated piece of speech takes. */
export function wordCost(word: string): number {
  const signs = word.match(SIGNS)?.length ?? 0;
  const letters = (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0) - signs;
  const pause = /[.!?…。？！]["”’)]*$/u.test(word)
    ? SENTENCE_PAUSE_MS
    : /[,;:，、]["”’)]*$/u.test(word)
      ? CLAUSE_PAUSE_MS
      : 0;
  return (letters > 0 ? WORD_MS + letters * LETTER_MS : 0) + signs * SIGN_MS + pause;
}

/** Milliseconds of a whole turn with the pause after it; never 0. */
export function turnCost(text: string): number {
  let cost = TURN_PAUSE_MS;
  for (const [word] of text.matchAll(/\S+/g)) cost += wordCost(word);
  return cost;
}
