import type { Answer, Speller } from './engine.ts';
import { tokenise } from './normalise.ts';
import { parseQuery } from './parse-query.ts';
import type { Filters, Query } from './query.ts';

/** A search that finds something, for one that finds nothing. */
export interface Suggestion {
  query: string;
  /** How many passages it finds. */
  total: number;
}

export interface Suggestions {
  /** Words that the corpus has instead of those it has not. */
  spelled: Suggestion[];
  /** The same with one demand less: a word left out, quotation marks off, the filters off. */
  relaxed: (Suggestion & { without: string })[];
}

const MOST = 3;
/** Spellings tried for each unknown word. */
const ALTERNATIVES = 3;
/** Longer questions are not taken apart. */
const MOST_WORDS = 12;

interface Tools {
  speller: Speller;
  search: (query: Query) => Promise<Pick<Answer, 'total'>>;
}

/**
 * Suggestions for a search without a result: each was tried and finds something. `filters` are those
 * of the address; the words' own operators stay as they were typed.
 */
export async function suggest(
  raw: string,
  filters: Partial<Filters>,
  { speller, search }: Tools,
): Promise<Suggestions> {
  const total = async (query: string, kept = filters) => {
    const parsed = parseQuery(query, { filters: kept });
    return parsed.must.length === 0 ? 0 : (await search(parsed)).total;
  };
  const words = sought(raw);
  if (words.length === 0 || words.length > MOST_WORDS) return { spelled: [], relaxed: [] };

  const spelled: Suggestion[] = [];
  for (const query of await respelled(raw, words, speller)) {
    const found = await total(query);
    if (found > 0) spelled.push({ query, total: found });
    if (spelled.length === MOST) break;
  }
  const relaxed: Suggestions['relaxed'] = [];
  const offer = async (query: string, without: string, kept?: Partial<Filters>) => {
    if (relaxed.length === MOST || query === raw) return;
    const found = await total(query, kept);
    if (found > 0) relaxed.push({ query, without, total: found });
  };
  await offer(raw.replace(/["“”„]/gu, ''), 'the quotation marks');
  if (words.length > 1) {
    for (const { start, end, text } of words) {
      await offer(tidy(raw.slice(0, start) + raw.slice(end)), `“${text}”`);
    }
  }
  return { spelled, relaxed };
}

interface Sought {
  form: string;
  text: string;
  start: number;
  end: number;
}

/** The words that must be found, where they stand in what was typed: no exclusions, no operators. */
function sought(raw: string): Sought[] {
  const wanted = new Set(parseQuery(raw).must.flatMap(({ tokens }) => tokens));
  return tokenise(raw)
    .filter(({ form, start }) => wanted.has(form) && !/[-:]["“]?$/u.test(raw.slice(0, start)))
    .map(({ form, start, end }) => ({ form, start, end, text: raw.slice(start, end) }));
}

/** What was typed with unknown words replaced: first all by their best, then each by its others. */
async function respelled(raw: string, words: readonly Sought[], speller: Speller) {
  const unknown: { word: Sought; others: string[] }[] = [];
  for (const word of words) {
    const others = await speller.spellings(word.form, ALTERNATIVES);
    if (!others.includes(word.form) && others.length > 0) unknown.push({ word, others });
  }
  const queries = new Set<string>();
  for (let choice = 0; choice < ALTERNATIVES && unknown.length > 0; choice++) {
    for (let changed = 0; changed < unknown.length; changed++) {
      let query = raw;
      for (const [i, { word, others }] of [...unknown.entries()].reverse()) {
        const other = others[i === changed ? choice : 0] ?? others[0] ?? word.text;
        query = query.slice(0, word.start) + other + query.slice(word.end);
      }
      queries.add(query);
    }
  }
  return queries;
}

const tidy = (query: string) =>
  query
    .replace(/["“”„]\s*["“”„]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
