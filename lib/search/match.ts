import { type Token, tokenise } from './normalise.ts';
import type { Query, Term } from './query.ts';
import { typosBetween } from './typo.ts';

/** Characters of a text that matched, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** How a text answers a query. */
export interface Match {
  /** Ascending, not overlapping. */
  spans: Span[];
  /** Typos in the best reading of each word, added up. */
  typos: number;
}

/** Tokens `from` to `to` (exclusive) that answer a term. */
interface Place {
  from: number;
  to: number;
}

/**
 * Matches a text with the words of a query: null where one of them is missing or an excluded one is
 * there. This is what "matches" means in Earmark; engines find candidates, phrases and exclusions are
 * checked with it, and highlights are its spans. A word is read with typos only where the text does
 * not have it without.
 */
export function matchText(text: string, query: Query, { typos = true } = {}): Match | null {
  const tokens = tokenise(text);
  if (query.not.some((term) => findExact(tokens, term).length > 0)) return null;
  const places: Place[] = [];
  let count = 0;
  for (const term of query.must) {
    const found = findExact(tokens, term);
    if (found.length > 0) {
      for (const place of found) places.push(place);
      continue;
    }
    const near = typos && !term.exact ? findNear(tokens, term) : null;
    if (!near) return null;
    for (const place of near.places) places.push(place);
    count += near.typos;
  }
  return { spans: toSpans(text, tokens, places), typos: count };
}

/** What an engine says of a passage it found: where its matches are, and how they match. */
export function asHit<P extends { text: string }>(passage: P, query: Query) {
  const match = matchText(passage.text, query);
  const how: 'words' | 'typo' = match && match.typos > 0 ? 'typo' : 'words';
  return { passage, matches: match?.spans ?? [], how };
}

function findExact(tokens: readonly Token[], { tokens: wanted, prefix }: Term): Place[] {
  const found: Place[] = [];
  const last = wanted.length - 1;
  for (let from = 0; from + last < tokens.length; from++) {
    const all = wanted.every((form, i) => {
      const token = tokens[from + i]?.form ?? '';
      return token === form || (prefix && i === last && token.startsWith(form));
    });
    if (all) found.push({ from, to: from + wanted.length });
  }
  return found;
}

/** The places with the fewest typos. */
function findNear(tokens: readonly Token[], { tokens: [wanted = ''], prefix }: Term) {
  let places: Place[] = [];
  let least = Infinity;
  for (const [from, { form }] of tokens.entries()) {
    const typos = typosBetween(wanted, form, prefix);
    if (typos === null || typos > least) continue;
    if (typos < least) places = [];
    least = typos;
    places.push({ from, to: from + 1 });
  }
  return places.length > 0 ? { places, typos: least } : null;
}

function toSpans(text: string, tokens: readonly Token[], places: Place[]): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of places.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (!first || !last) continue;
    const before = spans.at(-1);
    // Words side by side read better under one mark.
    if (
      before &&
      (first.start <= before.end || /^\s+$/u.test(text.slice(before.end, first.start)))
    ) {
      before.end = Math.max(before.end, last.end);
    } else spans.push({ start: first.start, end: last.end });
  }
  return spans;
}
