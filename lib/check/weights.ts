import type { WordCounts } from '../search/quote-finder.ts';

/** What the commonest words weigh: they belong to the quote, but anybody says them. */
const LEAST = 0.1;

/** What each word weighs as evidence, from LEAST to 1. */
export type WeightOf = (form: string) => number;

/**
 * Weighs words by their rarity (inverse document frequency, Spärck Jones 1972), relative to a word
 * that only one passage has. A word that the library does not know weighs as much as one in a
 * hundredth of the passages: it was said nowhere, so nothing is known of how telling it is.
 */
export function weigh({ passages, of }: WordCounts): WeightOf {
  if (passages < 2) return () => 1;
  const rarest = Math.log(1 + passages);
  const idf = (count: number) =>
    Math.max(LEAST, Math.min(1, Math.log(1 + (passages - count) / (count + 0.5)) / rarest));
  const unknown = idf(passages / 100);
  return (form) => {
    const count = of.get(form);
    return count === undefined ? unknown : idf(count);
  };
}
