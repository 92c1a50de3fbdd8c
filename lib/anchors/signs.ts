const OF_A_WORD = /[\p{L}\p{N}\p{M}]/u;
const ON_A_WORD = /[\p{Sc}#@]/u;
const PLUS_OR_MINUS = /[-−+]/;
const AMOUNT = /[\p{Sc}\p{N}]/u;
const BEHIND = /^(?:[ \u00a0\u202f]?[%‰\p{Sc}]|[°+#]{1,2})(?![\p{L}\p{N}\p{M}])/u;

/**
 * Where a word begins together with signs that change what it says, though words are told apart without them:
 * “$5”, “−5”, “#1”, “@home”. `start` is where its letters begin, in characters.
 */
export function withSignBefore(text: string, start: number): number {
  const sign = (at: number) => text.charAt(at - 1);
  let at = start;
  if (ON_A_WORD.test(sign(at))) at--;
  if (PLUS_OR_MINUS.test(sign(at)) && AMOUNT.test(text.charAt(at))) at--;
  return OF_A_WORD.test(sign(at)) ? start : at;
}

/** Where a word ends together with such signs: “50 %”, “20°”, “5 €”, “C++”. `end` is where its letters end. */
export const withSignAfter = (text: string, end: number): number =>
  end + (BEHIND.exec(text.slice(end, end + 4))?.[0].length ?? 0);
