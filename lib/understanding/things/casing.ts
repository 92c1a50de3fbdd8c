import { GENERAL_WORDS, STOP_WORDS } from '../stop-words.ts';
import { isNoName } from './no-names.ts';
import type { Reading, Token } from './reading.ts';
import { singular } from './thing-keys.ts';

/** How a word is cased over the whole conversation, its plural included. */
export interface Casing {
  /** Capitalised in mid-sentence. */
  mid: number;
  /** Capitals inside or throughout, wherever it stands. */
  special: number;
  lower: number;
  /** In mid-sentence, alone, not part of a longer name. */
  alone: number;
  afterArticle: number;
}

const ARTICLES = new Set(
  `der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim
  ins mein meine sein seine ihre unsere dieser diese dieses diesem the a an`.split(/\s+/),
);

/** How German nouns end and few names do. */
const NOUN_ENDING = /(?:ung|heit|keit|schaft|tion|tat|en|chen|nis|mus)$/;

/** True for a word with a capital that could be part of a name. */
export const isCased = (token: Token) =>
  token.shape === 'upper' || token.shape === 'caps' || token.shape === 'inner';

/** Counts the casing of every word, by its folded singular. */
export function readCasing(reading: Reading): Map<string, Casing> {
  const casing = new Map<string, Casing>();
  for (const tokens of reading.turns) {
    tokens.forEach((token, i) => {
      const key = singular(token.folded);
      let seen = casing.get(key);
      if (!seen) {
        seen = { mid: 0, special: 0, lower: 0, alone: 0, afterArticle: 0 };
        casing.set(key, seen);
      }
      if (token.shape === 'lower') seen.lower++;
      else if (token.shape === 'caps' || token.shape === 'inner') seen.special++;
      if (!token.opens && isCased(token)) {
        seen.mid++;
        if (ARTICLES.has(tokens[i - 1]?.key ?? '')) seen.afterArticle++;
      }
    });
  }
  return casing;
}

/** True where the conversation's own casing shows a word to be a name. */
export function proper(token: Token, seen: Casing | undefined, reading: Reading): boolean {
  if (!seen || STOP_WORDS.has(token.key) || isNoName(token.folded)) return false;
  const strong = Math.max(seen.mid, seen.special);
  const share = strong / Math.max(1, strong + seen.lower);
  if (seen.special > 0 && seen.special * 2 >= seen.mid) return share >= 0.2;
  if (GENERAL_WORDS.has(token.key) || GENERAL_WORDS.has(singular(token.folded))) return false;
  if (reading.nounsAreCapital) {
    if (NOUN_ENDING.test(token.folded)) return false;
    return seen.mid >= 4 && seen.lower === 0 && seen.afterArticle <= 0.1 * seen.mid;
  }
  return share >= 0.6;
}
