import type { Index } from 'meilisearch';
import { pageByEpisode } from '../../by-episode.ts';
import { type Answer, type Hit, type Paging, TOTAL_CAP } from '../../engine.ts';
import { asHit } from '../../match.ts';
import { forms } from '../../normalise.ts';
import type { Passage } from '../../passage.ts';
import type { Query } from '../../query.ts';
import { blend, type Scored } from './blend.ts';
import { compileQuery } from './compile.ts';
import { findByWords, matches, type Worded } from './find-by-words.ts';
import { passagesById, search } from './search.ts';

/** A passage that means much the same as what was asked. */
export interface Similar {
  id: string;
  /** As the embedder read it. */
  text: string;
  /** How similar, up to 1. */
  score: number;
}

/** Searches by meaning; never throws because of the embedder. */
export interface Meaning {
  /** The nearest passages that pass the query's filters, the nearest first, or why there are none. */
  nearest(query: Query): Promise<{ similar: Similar[]; failure: string | null }>;
}

/** At most so many passages join those with the words. */
const MOST = 20;
/** Fewer words say too little by themselves: their vectors are those of the title they stand under. */
const LEAST_WORDS = 5;

const QUOTATION = /["“”„]/u;

/** Without quotation marks a run of tokens is a word like any other: "GPT-4", or a sentence in Japanese. */
const quotes = (query: Query) => QUOTATION.test(query.raw) && query.must.some(({ exact }) => exact);

/**
 * Whoever quotes or excludes words means words; a date is no question of meaning, and one word that may
 * be unfinished has none yet.
 */
export function goesByMeaning(query: Query, { sort, semanticRatio = 0 }: Paging): boolean {
  if (semanticRatio <= 0 || sort === 'date') return false;
  const { must, not } = query;
  if (must.length === 0 || not.length > 0 || quotes(query)) return false;
  return must.length > 1 || must[0]?.prefix === false;
}

/**
 * Asks by words and, where the question is one of meaning, by meaning at once. Every passage that has
 * the words is found, as without an embedder; what is similar in meaning joins it, as far as the index
 * of words has it too.
 */
export async function searchByBoth(
  index: Index,
  query: Query,
  paging: Paging,
  signal: AbortSignal,
  meaning: Meaning | null,
): Promise<Answer> {
  if (!meaning || !goesByMeaning(query, paging)) return search(index, query, paging, signal);
  const [words, { similar, failure }] = await Promise.all([
    findByWords(index, query, signal, compileQuery(query).verify),
    meaning.nearest(query),
  ]);
  const ids = similar.map(({ id }) => id);
  const found = { similar, current: await passagesById(index, ids, signal), failure };
  const answer = await join(index, query, paging, signal, words, found);
  const isWorded = ({ how, matches: spans }: Hit) => how === 'meaning' || spans.length > 0;
  if (answer.hits.every(isWorded)) return answer;
  // Meilisearch also joins and splits words: then it is not believed (see `search`).
  const checked = await findByWords(index, query, signal, query);
  return join(index, query, paging, signal, checked, found);
}

/** The page of an answer that has the words, or is similar. */
async function join(
  index: Index,
  query: Query,
  paging: Paging,
  signal: AbortSignal,
  words: Worded,
  { similar, current, failure }: { similar: Similar[]; current: Passage[]; failure: string | null },
): Promise<Answer> {
  const known = new Map([...words.passages, ...current].map((passage) => [passage.id, passage]));
  const byMeaning = similar.flatMap(({ id, text, score }): Scored[] => {
    const passage = known.get(id);
    // The index of meaning may be behind; what it alone remembers is no longer said.
    if (!passage || passage.text !== text) return [];
    if (forms(text).length < LEAST_WORDS) return [];
    return [{ id, episode: passage.episodeSlug, score }];
  });
  const worded = new Set(words.ranked.map(({ id }) => id));
  // Beyond the cap there may be more with the words, which are counted with them.
  const added = byMeaning
    .filter(({ id }) => {
      const passage = known.get(id);
      return !worded.has(id) && passage && !matches(passage, query);
    })
    .slice(0, MOST);
  const ids = new Set(added.map(({ id }) => id));
  const joining = byMeaning.filter(({ id }) => worded.has(id) || ids.has(id));
  const ranked = blend(words.ranked, joining, paging.semanticRatio ?? 0).slice(0, TOTAL_CAP);
  const { page, perPage } = paging;
  const grouped = paging.byEpisode ? pageByEpisode(ranked, paging) : null;
  const shown =
    grouped?.ids ?? ranked.slice((page - 1) * perPage, page * perPage).map(({ id }) => id);
  const missing = shown.filter((id) => !known.has(id));
  for (const passage of await passagesById(index, missing, signal)) known.set(passage.id, passage);
  const total = words.total + ids.size;
  return {
    hits: shown.flatMap((id): Hit[] => {
      const passage = known.get(id);
      if (!passage) return [];
      return [ids.has(id) ? { passage, matches: [], how: 'meaning' } : asHit(passage, query)];
    }),
    ...(grouped && { episodes: grouped.episodes }),
    total: Math.min(total, TOTAL_CAP),
    totalIsExact: words.totalIsExact && total <= TOTAL_CAP,
    facets: words.facets,
    meaning: { ids: [...ids], failure },
  };
}
