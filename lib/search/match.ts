import { type Correction, correctedTokens } from './glossary/corrections.ts';
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

/**
 * Matches a text with the words of a query: null where one of them is missing or an excluded one is
 * there. This is what "matches" means in Earmark; engines find candidates, phrases and exclusions are
 * checked with it, and highlights are its spans. A word is read with typos only where the text does
 * not have it without. With `corrections` the text is also read as it is meant.
 */
export function matchText(
  text: string,
  query: Query,
  { typos = true, corrections = [] }: { typos?: boolean; corrections?: readonly Correction[] } = {},
): Match | null {
  const readings = [tokenise(text)];
  if (corrections.length > 0) readings.push(correctedTokens(text, corrections));
  const exactly = (term: Term) => readings.flatMap((tokens) => findExact(tokens, term));
  if (query.not.some((term) => exactly(term).length > 0)) return null;
  const places: Span[] = [];
  let count = 0;
  for (const term of query.must) {
    const found = exactly(term);
    if (found.length > 0) {
      for (const place of found) places.push(place);
      continue;
    }
    const near = typos && !term.exact ? findNear(readings.flat(), term) : null;
    if (!near) return null;
    for (const place of near.places) places.push(place);
    count += near.typos;
  }
  return { spans: joined(text, places), typos: count };
}

/** What an engine says of a passage it found: where its matches are, and how they match. */
export function asHit<P extends { text: string; corrections?: readonly Correction[] }>(
  passage: P,
  query: Query,
) {
  const { text, corrections = [] } = passage;
  const match = matchText(text, query, { corrections });
  const how: 'words' | 'typo' = match && match.typos > 0 ? 'typo' : 'words';
  return { passage, matches: match?.spans ?? [], how };
}

function findExact(tokens: readonly Token[], { tokens: wanted, prefix }: Term): Span[] {
  const found: Span[] = [];
  const last = wanted.length - 1;
  for (let from = 0; from + last < tokens.length; from++) {
    const all = wanted.every((form, i) => {
      const token = tokens[from + i]?.form ?? '';
      return token === form || (prefix && i === last && token.startsWith(form));
    });
    const [first, end] = [tokens[from], tokens[from + last]];
    if (all && first && end) found.push({ start: first.start, end: end.end });
  }
  return found;
}

/** The places with the fewest typos. */
function findNear(tokens: readonly Token[], { tokens: [wanted = ''], prefix }: Term) {
  let places: Span[] = [];
  let least = Infinity;
  for (const { form, start, end } of tokens) {
    const typos = typosBetween(wanted, form, prefix);
    if (typos === null || typos > least) continue;
    if (typos < least) places = [];
    least = typos;
    places.push({ start, end });
  }
  return places.length > 0 ? { places, typos: least } : null;
}

/** In order, what overlaps or stands side by side under one mark: words read better so. */
function joined(text: string, places: Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of places.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = spans.at(-1);
    if (before && (start <= before.end || /^\s+$/u.test(text.slice(before.end, start)))) {
      before.end = Math.max(before.end, end);
    } else spans.push({ start, end });
  }
  return spans;
}
