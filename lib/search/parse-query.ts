import { z } from 'zod';
import { forms, isUnspaced } from './normalise.ts';
import { type Filters, type NameFilter, noFilters, type Query, type Term } from './query.ts';

interface ParseOptions {
  /** The last word may be unfinished: it also finds words that begin with it. */
  typing?: boolean;
  /** Restrictions that hold beside those in the words. */
  filters?: Partial<Filters>;
}

/** One piece of what was typed. */
interface Piece {
  /** "-" stood before it. */
  excluded: boolean;
  /** `speaker`, `after`, …, or null. */
  operator: string | null;
  quoted: boolean;
  value: string;
}

/** Straight or curly quotes, opened where a piece begins, closed anywhere later. */
const PIECE = /(-?)(?:([a-z]+):)?(?:["“”„]([^"“”]*)["“”]|(\S+))/giu;
const NAMES = ['speaker', 'episode', 'show', 'section', 'asked', 'answered'] as const;
const Day = z.iso.date();

/**
 * Reads what a person typed: words, "exact phrases", -exclusions, and the operators `speaker:`,
 * `episode:`, `show:`, `section:`, `asked:`, `answered:`, `after:`, `before:`. Whatever is not one of these (an unknown
 * operator, a lone quote, a date that is none) is plain words. Never throws; linear in the text.
 */
export function parseQuery(
  raw: string,
  { typing = false, filters = {} }: ParseOptions = {},
): Query {
  const query: Query = { raw, must: [], not: [], filters: { ...noFilters(), ...filters } };
  const pieces = piecesOf(raw);
  const said = pieces.filter(
    ({ excluded, operator, value }) =>
      excluded || !operator || !restrict(query.filters, operator, value),
  );
  const unfinished = typing && (said.length < pieces.length || !/\s$/u.test(raw));
  for (const [i, piece] of said.entries()) {
    addTerms(query, piece, unfinished && i === said.length - 1);
  }
  return query;
}

/** What was typed without operators, exclusions and quotation marks: what it says, letter by letter. */
export function plainText(raw: string): string {
  return piecesOf(raw)
    .filter(
      ({ excluded, operator, value }) =>
        !excluded && (operator === null || !restrict(noFilters(), operator, value)),
    )
    .map(({ operator, value }) => (operator === null ? value : `${operator}:${value}`))
    .join(' ')
    .replace(/["“”„]/gu, '')
    .trim();
}

const piecesOf = (raw: string): Piece[] =>
  [...raw.matchAll(PIECE)].map(([, minus, operator, phrase, word]) => ({
    excluded: minus === '-',
    operator: operator?.toLowerCase() ?? null,
    quoted: phrase !== undefined,
    value: phrase ?? word ?? '',
  }));

/** Takes an operator into the filters; false where it is none, or its value says nothing. */
function restrict(filters: Filters, operator: string, value: string): boolean {
  if (operator === 'after' || operator === 'before') {
    if (!Day.safeParse(value).success) return false;
    filters[operator] = value;
    return true;
  }
  const name = NAMES.find((known) => known === operator);
  if (!name) return false;
  const words = forms(value);
  if (words.length === 0) return false;
  const filter: NameFilter = { words };
  filters[name] = [...filters[name], filter];
  return true;
}

function addTerms(
  query: Query,
  { excluded, operator, quoted, value }: Piece,
  unfinished: boolean,
): void {
  const into = excluded ? query.not : query.must;
  // An unknown operator was meant as words: "re:invent".
  if (operator) addWords(into, forms(operator), false);
  const tokens = forms(value);
  if (quoted || excluded || isUnspaced(value)) {
    if (tokens.length > 0) into.push({ tokens, exact: true, prefix: false });
  } else if (tokens.length > 1 && !unfinished) {
    // "word-model" and "3.5" mean their parts side by side.
    into.push({ tokens, exact: true, prefix: false });
  } else addWords(into, tokens, unfinished);
}

function addWords(into: Term[], tokens: readonly string[], unfinished: boolean): void {
  for (const [i, token] of tokens.entries()) {
    into.push({ tokens: [token], exact: false, prefix: unfinished && i === tokens.length - 1 });
  }
}
