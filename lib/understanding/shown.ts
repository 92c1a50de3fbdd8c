import { openers } from './sentence-form.ts';
import { type Word, words as wordsOf } from './words.ts';

/** Said while thinking; nothing is lost without it. Commas around it go too. */
const HESITATIONS = /(?:,\s*)?\b(?:uh+|uhm+|um+|er+m?|hmm+|mm+|oh|basically)\b,?/giu;
/** Warming up, with or without a comma. */
const WARM_UP =
  /^(?:(?:all right|alright|okay|ok|well|yeah|yes|right|so|now|look|you know|i mean|actually|basically|honestly|obviously|anyway)\b[,.]?\s+)+/iu;
/** Set off by commas on both sides, or at the beginning with one: an aside to the listener. */
const ASIDES =
  /(^|,)\s*(?:you know|i mean|you see|like|right|basically|literally|actually|honestly|obviously|i guess|i would say|let's say|so to speak|or something(?: like that)?|or whatever|and stuff)\s*,/giu;
/** “It's kind of hard”, but not “a kind of”, “what kind of”, “this kind of”. */
const SOFTENERS =
  /(?<!\b(?:a|an|the|this|that|these|those|what|which|any|some|other|same|different|every|each|one|all|my|your|our|his|her|their|new|certain) )\b(?:kind|sort) of (?:like )?/giu;
/** At the very end: asking for assent, or trailing off. */
const TAILS =
  /,?\s+(?:you know|right|or something(?: like that)?|or whatever|and stuff(?: like that)?)([.!?])$/iu;
/** A word or two said twice while looking for the next one: “the, the model”, “we have, we have”. */
const REPEATED = /\b(\p{L}+(?:['’]\p{L}+)?(?: \p{L}+(?:['’]\p{L}+)?)?)(?:,? \1\b)+/giu;
/** Words that are rightly said twice. */
const RIGHTLY_TWICE = /^(?:very|really|that|had|so|many|much|far|long|bye|no|yes|more|again)$/iu;

/**
 * A sentence as it is shown in a summary: without what people say while they think ("Yeah, so",
 * "you know", "the, the"). No word is added, changed or moved, so that the rest stays the speaker's.
 */
export function asShown(text: string, words: readonly Word[], offset: number): string {
  const skipped = words[openers(text, words, offset)];
  let shown = skipped ? text.slice(skipped.start - offset) : text;
  shown = shown
    .replace(WARM_UP, '')
    .replace(HESITATIONS, '')
    .replace(ASIDES, '$1')
    .replace(SOFTENERS, '')
    .replace(TAILS, '$1')
    .replace(REPEATED, (all, once: string) => (RIGHTLY_TWICE.test(once) ? all : once))
    .replace(/\s+([,.;:?!])/gu, '$1')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/,([.?!])/gu, '$1')
    .replace(/\s{2,}/gu, ' ')
    .replace(/^[\s,;:–—-]+/u, '')
    .trim();
  return shown.charAt(0).toLocaleUpperCase() + shown.slice(1);
}

/** Whether `shown` has only words of `text`, in their order. */
export function isTrimmed(shown: string, text: string): boolean {
  const said = wordsOf(text);
  let at = 0;
  for (const word of wordsOf(shown)) {
    while (at < said.length && said[at]?.key !== word.key) at++;
    if (at++ >= said.length) return false;
  }
  return true;
}
