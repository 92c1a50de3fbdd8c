import type { Candidate } from './name-candidates.ts';
import type { Reading, Token } from './reading.ts';
import type { Mention } from './thing.ts';
import { joinedKey, singular } from './thing-keys.ts';

/** A mention with the tokens it covers: positions in the turn's tokens, `to` exclusive. */
export interface Found extends Mention {
  from: number;
  to: number;
}

/** A candidate with every place where it is said. */
export interface Gathered {
  joined: string;
  candidate: Candidate;
  found: Found[];
}

const MOST_TOKENS = 6;

/**
 * Finds every place where a candidate is said, whatever the spelling: the words are compared
 * without case, accents, spaces, hyphens and the plural of the last. The longest candidate wins, so
 * mentions never overlap. Linear in the text.
 */
export function gatherMentions(
  reading: Reading,
  candidates: ReadonlyMap<string, Candidate>,
): Map<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  const openings = new Set<string>();
  let longest = 0;
  for (const key of candidates.keys()) {
    openings.add(key.slice(0, 2));
    longest = Math.max(longest, key.length);
  }
  reading.turns.forEach((tokens, turn) => {
    for (let i = 0; i < tokens.length; ) {
      const hit = openings.has(opening(tokens, i))
        ? longestFrom(tokens, i, candidates, longest)
        : null;
      if (!hit) {
        i++;
        continue;
      }
      const start = tokens[i]?.start ?? 0;
      const end = tokens[hit.to - 1]?.end ?? start;
      const entry = gathered.get(hit.key) ?? {
        joined: hit.key,
        candidate: hit.candidate,
        found: [],
      };
      entry.found.push({ turn, start, end, from: i, to: hit.to });
      gathered.set(hit.key, entry);
      i = hit.to;
    }
  });
  return gathered;
}

function opening(tokens: readonly Token[], i: number): string {
  const first = tokens[i]?.folded ?? '';
  return first.length > 1
    ? first.slice(0, 2)
    : `${first}${tokens[i + 1]?.folded ?? ''}`.slice(0, 2);
}

function longestFrom(
  tokens: readonly Token[],
  from: number,
  candidates: ReadonlyMap<string, Candidate>,
  longest: number,
) {
  let best: { key: string; to: number; candidate: Candidate } | null = null;
  const folded: string[] = [];
  let length = 0;
  for (let to = from; to < tokens.length && to < from + MOST_TOKENS; to++) {
    const token = tokens[to];
    if (!token || (to > from && !token.glued)) break;
    folded.push(token.folded);
    length += token.folded.length;
    if (length > longest + 2) break;
    const key = joinedKey(folded);
    const candidate = candidates.get(key);
    if (candidate && agrees(folded, candidate)) best = { key, to: to + 1, candidate };
  }
  return best;
}

/** "A I" is "AI", but "a way" is not "Away": words of three letters join to one, or single letters. */
function agrees(folded: readonly string[], candidate: Candidate): boolean {
  if (folded.length === 1 || folded.length === candidate.words.length) {
    const last = folded[folded.length - 1] ?? '';
    const exact = folded.slice(0, -1).every((word, i) => word === candidate.words[i]);
    return folded.length === 1 || (exact && singular(last) === candidate.words[folded.length - 1]);
  }
  return folded.every((word) => word.length > 2) || folded.every((word) => word.length === 1);
}
