import type { Filters, NameFilter, Query, Term } from '../../query.ts';
import { dayNumber } from './documents.ts';

/** Meilisearch reads no more terms than these; a phrase counts as one. */
const MOST_TERMS = 10;

/** A query in Meilisearch's own words, and what it cannot be trusted with. */
export interface CompiledQuery {
  q: string;
  filter: string[];
  /** What has to be verified on every hit, or null where Meilisearch's word is enough. */
  verify: Query | null;
}

/**
 * Phrases come first, the words after them, so that the one being typed is the last; a space after the
 * last word keeps it from being a prefix. Tokens hold letters and digits only, so nothing that was typed
 * can be read as syntax. Phrases are found by windows of three words and can be wrong
 * (meilisearch#2123), so they are verified, as are words beyond the tenth.
 */
export function compileQuery(query: Query): CompiledQuery {
  const phrases = query.must.filter((term) => term.exact);
  const words = query.must.filter((term) => !term.exact);
  const sent = new Set([...phrases, ...mostTelling(words)].slice(-MOST_TERMS));
  const verified = query.must.filter((term) => term.tokens.length > 1 || !sent.has(term));
  const q = [
    ...phrases.filter((term) => sent.has(term)).map(quote),
    ...query.not.map((term) => `-${quote(term)}`),
    ...words.filter((term) => sent.has(term)).map(({ tokens }) => tokens.join(' ')),
  ].join(' ');
  const unfinished = query.must.at(-1)?.prefix === true;
  const check = verified.length > 0 || query.not.some((term) => term.tokens.length > 1);
  return {
    q: unfinished || q === '' ? q : `${q} `,
    filter: compileFilters(query.filters),
    verify: check ? { ...query, must: verified } : null,
  };
}

const quote = ({ tokens }: Term) => `"${tokens.join(' ')}"`;

/** Long words are rarer; the one being typed stays. */
const mostTelling = (words: readonly Term[]): Term[] =>
  [...words].sort((a, b) => Number(a.prefix) - Number(b.prefix) || length(a) - length(b));

const length = ({ tokens }: Term) => tokens.join('').length;

function compileFilters(filters: Filters): string[] {
  const conditions: string[] = [];
  for (const kind of ['speaker', 'episode', 'show', 'section'] as const) {
    if (filters[kind].length > 0)
      conditions.push(filters[kind].map((name) => named(kind, name)).join(' OR '));
  }
  for (const [kind, mark] of [
    ['asked', 'asks'],
    ['answered', 'answers'],
  ] as const) {
    if (filters[kind].length === 0) continue;
    conditions.push(`${mark} = true`);
    conditions.push(filters[kind].map((name) => named('speaker', name)).join(' OR '));
  }
  if (filters.after !== null) conditions.push(`day >= ${dayNumber(filters.after)}`);
  if (filters.before !== null) conditions.push(`day <= ${dayNumber(filters.before)}`);
  return conditions;
}

function named(kind: string, name: NameFilter): string {
  if ('slug' in name) return `${kind}Slug = ${literal(name.slug)}`;
  return `(${name.words.map((word) => `${kind}Words = ${literal(word)}`).join(' AND ')})`;
}

/** A string in Meilisearch's filter language. */
export const literal = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
