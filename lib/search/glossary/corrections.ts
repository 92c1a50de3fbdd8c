import { forms, type Token, tokenise } from '../normalise.ts';
import type { GlossaryEntry } from './entry.ts';

/** Characters of a text, `end` exclusive, that stand for a term which was misheard. */
export interface Correction {
  start: number;
  end: number;
  term: string;
}

/** Finds what a glossary corrects in a text: ascending, not overlapping, the longest form first. */
export type Corrector = (text: string) => Correction[];

/** Only blanks and dashes may stand between the words of a form: it never reaches over a sentence's end. */
const BETWEEN = /^[\s\p{Pd}]*$/u;

/** Of entries with the same form the first holds. Building it is linear in the entries. */
export function createCorrector(entries: readonly GlossaryEntry[]): Corrector {
  const byFirst = new Map<string, { tokens: string[]; term: string }[]>();
  for (const { term, heard } of entries) {
    const tokens = forms(heard);
    const [first] = tokens;
    if (first === undefined) continue;
    const own = byFirst.get(first) ?? [];
    own.push({ tokens, term });
    byFirst.set(first, own);
  }
  if (byFirst.size === 0) return () => [];
  for (const own of byFirst.values()) own.sort((a, b) => b.tokens.length - a.tokens.length);
  return (text) => {
    const tokens = tokenise(text);
    const found: Correction[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const entry = byFirst
        .get(tokens[at]?.form ?? '')
        ?.find((each) => standsAt(text, tokens, at, each.tokens));
      if (!entry) continue;
      const last = at + entry.tokens.length - 1;
      found.push({ start: tokens[at]?.start ?? 0, end: tokens[last]?.end ?? 0, term: entry.term });
      at = last;
    }
    return found;
  };
}

function standsAt(text: string, tokens: readonly Token[], at: number, wanted: readonly string[]) {
  return wanted.every((form, i) => {
    const [token, before] = [tokens[at + i], tokens[at + i - 1]];
    if (token?.form !== form) return false;
    return i === 0 || BETWEEN.test(text.slice(before?.end, token.start));
  });
}

/** The corrections within a piece of the text, counted from its beginning; what crosses its edge is cut. */
export function correctionsWithin(
  corrections: readonly Correction[],
  start: number,
  end: number,
): Correction[] {
  return corrections
    .filter((each) => each.start < end && each.end > start)
    .map((each) => ({
      ...each,
      start: Math.max(each.start, start) - start,
      end: Math.min(each.end, end) - start,
    }));
}

/** The same spans, grown over every correction they touch, so that none is cut; ascending. */
export function coverCorrections<S extends { start: number; end: number }>(
  spans: readonly S[],
  corrections: readonly Correction[],
): S[] {
  const grown: S[] = [];
  for (const span of spans) {
    const touched = corrections.filter(({ start, end }) => start < span.end && end > span.start);
    const start = Math.min(span.start, ...touched.map((each) => each.start));
    const end = Math.max(span.end, ...touched.map((each) => each.end));
    const before = grown.at(-1);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else grown.push({ ...span, start, end });
  }
  return grown;
}

/** The tokens of a text as it is meant: each word of a term stands where the misheard words do. */
export function correctedTokens(text: string, corrections: readonly Correction[]): Token[] {
  const terms = corrections.map(({ start, end, term }) => ({
    start,
    end,
    words: forms(term).map((form) => ({ form, start, end })),
  }));
  const meant: Token[] = [];
  let next = 0;
  for (const token of tokenise(text)) {
    const term = terms[next];
    if (!term || token.end <= term.start) {
      meant.push(token);
      continue;
    }
    if (token.start < term.end) {
      if (term.words.length > 0) meant.push(...term.words.splice(0));
      if (token.end >= term.end) next++;
      continue;
    }
    meant.push(token);
  }
  return meant;
}
