import { STOP_WORDS } from '../stop-words.ts';
import { type Casing, proper, readCasing } from './casing.ts';
import { countRuns } from './name-runs.ts';
import { isRoleWord } from './no-names.ts';
import type { Reading, Token } from './reading.ts';
import { camelParts, foldWord, joinedKey, singular, thingWords } from './thing-keys.ts';

/** Something that may be a thing, before its mentions are gathered. */
export interface Candidate {
  /** Folded, the last one singular. */
  words: string[];
  source: 'name' | 'term';
  /** How often it stood capitalised where no rule of position asked for it. */
  capitalised: number;
  /** A name that is capitalised throughout ("GPU"). */
  caps: boolean;
  /** How often it is said, as far as its finder knows. */
  count: number;
  /** How much it says beyond its frequency, 0 and up; see the finders. */
  weight: number;
}

/**
 * Names by their casing: a word is a name where it is capitalised in mid-sentence more often than
 * not, or where it has capitals inside; neighbours of that sort are one name. Sentence beginnings
 * prove nothing. After the observation of Mikheev, "Periods, Capitalized Words, etc." (2002), that
 * unambiguous places in a document decide the ambiguous ones.
 */
export function findNames(reading: Reading, speakers: readonly string[]): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  if (!reading.casingTells) return found;
  const casing = readCasing(reading);
  const known = new Set(speakers.map((name) => joinedKey(name.split(/\s+/).map(foldWord))));
  const isProper = (token: Token) => proper(token, casing.get(singular(token.folded)), reading);
  const runs = countRuns(reading, casing, isProper);

  for (const [key, run] of runs) {
    const [first] = run.tokens;
    const last = camelParts(run.tokens[run.tokens.length - 1]?.text ?? '').pop() ?? '';
    if (!first || isRoleWord(singular(foldWord(last)))) continue;
    if (run.tokens.length === 1) {
      if (isProper(first) && isNameAlone(first, run.mid, casing))
        found.set(key, candidate(run.tokens, run.mid));
    } else if (
      run.mid > 0 ||
      known.has(key) ||
      (reading.english && run.open > 1 && !casing.get(singular(first.folded))?.lower)
    ) {
      if (run.mid + run.open > 1 || !fallsApart(run.tokens, casing, isProper)) {
        found.set(key, candidate(run.tokens, run.mid));
      }
    }
  }
  for (const pair of boundToCaps(reading)) {
    const key = joinedKey(pair.map((t) => t.folded));
    if (!found.has(key)) found.set(key, candidate(pair, 1));
  }
  return found;
}

/** "Secret" is a name in "Secret Sharing", but not by itself where "secret" is a word like others. */
function isNameAlone(token: Token, mid: number, casing: Map<string, Casing>): boolean {
  const seen = casing.get(singular(token.folded));
  if (!seen || mid === 0) return false;
  if (seen.special > 0) return token.text.length > 2 || mid > 1;
  return mid >= seen.lower;
}

function candidate(tokens: readonly Token[], capitalised: number): Candidate {
  const words = thingWords(tokens.flatMap((t) => camelParts(t.text)).map(foldWord));
  const caps = tokens.some(({ shape }) => shape === 'caps');
  return {
    words,
    source: 'name',
    capitalised,
    count: capitalised,
    caps,
    weight: tokens.length > 1 ? 1 : 0,
  };
}

/** "Face ID": a lower-case word that is only ever said before a capitalised one is part of its name. */
function boundToCaps({ turns }: Reading): [Token, Token][] {
  const counts = new Map<string, number>();
  const pairs = new Map<string, { pair: [Token, Token]; count: number; caps: boolean }>();
  for (const tokens of turns) {
    tokens.forEach((token, i) => {
      counts.set(token.folded, (counts.get(token.folded) ?? 0) + 1);
      const next = tokens[i + 1];
      if (!next?.glued || token.shape !== 'lower' || STOP_WORDS.has(token.key)) return;
      if (next.shape !== 'caps' && next.shape !== 'lower') return;
      if (/(?:ing|ed|ly)$/.test(token.folded)) return;
      const key = `${token.folded} ${next.folded}`;
      const known = pairs.get(key) ?? { pair: [token, next], count: 0, caps: false };
      known.count++;
      if (next.shape === 'caps') {
        known.caps = true;
        known.pair = [token, next];
      }
      pairs.set(key, known);
    });
  }
  return [...pairs.values()]
    .filter(({ caps, count, pair }) => caps && count > 1 && count === counts.get(pair[0].folded))
    .map(({ pair }) => pair);
}

/** True where every word of a row said once is a name by itself elsewhere: "Intel CPU" is two. */
function fallsApart(
  tokens: readonly Token[],
  casing: Map<string, Casing>,
  isProper: (token: Token) => boolean,
): boolean {
  return tokens.every((t) => isProper(t) && (casing.get(singular(t.folded))?.alone ?? 0) > 0);
}
