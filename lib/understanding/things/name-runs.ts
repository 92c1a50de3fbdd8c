import { GENERAL_WORDS, STOP_WORDS } from '../stop-words.ts';
import { type Casing, isCased } from './casing.ts';
import { isNoName, isRoleWord } from './no-names.ts';
import type { Reading, Token } from './reading.ts';
import { camelParts, foldWord, joinedKey, singular } from './thing-keys.ts';

const LONGEST = 5;
const JOINERS = new Set([
  'of',
  'de',
  'van',
  'von',
  'der',
  'den',
  'la',
  'du',
  'del',
  'di',
  'da',
  'bin',
]);
/** A row of capitalised words: one sample, and how often it stands in and at the head of a sentence. */
export interface Run {
  tokens: Token[];
  mid: number;
  open: number;
}

/** Every unbroken row of capitalised words, by its joined key. */
export function countRuns(
  reading: Reading,
  casing: Map<string, Casing>,
  isProper: (token: Token) => boolean,
): Map<string, Run> {
  const runs = new Map<string, Run>();
  const count = (row: Token[], open: boolean) => {
    const tokens = row[0]?.shape === 'lower' && JOINERS.has(row[0].folded) ? row.slice(1) : row;
    if (tokens.length === 0 || tokens.length > LONGEST) return;
    const key = joinedKey(tokens.flatMap((t) => camelParts(t.text)).map(foldWord));
    const run = runs.get(key) ?? { tokens, mid: 0, open: 0 };
    if (tokens.length > run.tokens.length) run.tokens = tokens;
    if (open) run.open++;
    else run.mid++;
    runs.set(key, run);
    const [only] = tokens;
    if (tokens.length === 1 && only && !open) {
      const seen = casing.get(singular(only.folded));
      if (seen) seen.alone++;
    }
  };
  const countPart = (run: Token[]) => {
    const [first] = run;
    if (!first) return;
    const seen = casing.get(singular(first.folded));
    if (!reading.english && run.length > 1 && seen && seen.lower > seen.mid) {
      // "Der Player": without a stop list, a word that is mostly lower-case opens no name.
      count(run.slice(1), false);
    } else if (!first.opens || first.shape !== 'upper') count(run, false);
    else if (isProper(first)) count(run, run.length === 1);
    else {
      if (run.length > 1) count(run, true);
      count(run.slice(1), false);
    }
  };
  const leading = leadingPairs(reading);
  for (const tokens of reading.turns) {
    for (let i = 0; i < tokens.length; ) {
      const run = runFrom(tokens, i, leading, reading);
      i += Math.max(1, run.length);
      for (const part of withoutRoles(run)) countPart(part);
    }
  }
  return runs;
}

/** "Tesla CEO Elon Musk" is two names; "Prime Minister" and "Marketing Expert" are none. */
function withoutRoles(run: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  let part: Token[] = [];
  for (const token of run) {
    if (!isRoleWord(singular(token.folded))) {
      part.push(token);
      continue;
    }
    if (token.shape === 'caps') parts.push(part);
    part = [];
  }
  parts.push(part);
  return parts;
}

/**
 * "Whole Foods": where a function word is capitalised in mid-sentence before a capitalised word, and
 * more than once, it belongs to the name.
 */
function leadingPairs({ turns }: Reading): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const tokens of turns) {
    tokens.forEach((token, i) => {
      const pair = token.opens ? null : leadingPair(token, tokens[i + 1]);
      if (pair) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([pair]) => pair));
}

function leadingPair(token: Token, next: Token | undefined): string | null {
  if (token.shape !== 'upper' || !STOP_WORDS.has(token.key) || token.folded.length < 4) return null;
  if (!next?.glued || next.opens || !isCased(next) || STOP_WORDS.has(next.key)) return null;
  return `${token.folded} ${next.folded}`;
}

function runFrom(
  tokens: readonly Token[],
  from: number,
  leading: ReadonlySet<string>,
  reading: Reading,
): Token[] {
  const run: Token[] = [];
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || (i > from && (!token.glued || token.opens))) break;
    const next = tokens[i + 1];
    const idle = i === from && isNoName(token.folded) && !isRoleWord(token.folded);
    const leads = i === from && leading.has(leadingPair(token, next) ?? '');
    const named = isCased(token) && !STOP_WORDS.has(token.key) && !idle;
    const numbered = i > from && token.hyphened && /^\p{N}/u.test(token.text);
    const lettered = i > from && token.shape === 'letter' && token.key !== 'i';
    if (leads || named || numbered || lettered) run.push(token);
    else if (i > from && next && mayJoin(run, token, next, reading)) run.push(token);
    else break;
  }
  return run;
}

function mayJoin(run: readonly Token[], joiner: Token, next: Token, reading: Reading): boolean {
  const last = run[run.length - 1];
  if (last?.shape !== 'upper' || !JOINERS.has(joiner.folded)) return false;
  // "Der" and "den" are articles between two German nouns.
  if (reading.nounsAreCapital && joiner.folded !== 'von') return false;
  if (isRoleWord(last.folded) || GENERAL_WORDS.has(last.key)) return false;
  return (
    joiner.shape === 'lower' && next.glued && next.shape === 'upper' && !STOP_WORDS.has(next.key)
  );
}
