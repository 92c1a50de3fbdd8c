import { inverseFrequencies, type TermVector, weigh } from './similarity.ts';
import { termReader, words } from './words.ts';

/** So many terms tell what a section is about. */
const TERMS = 40;

/**
 * What each section is about, for finding others about the same: its most distinctive terms (TF-IDF
 * against the other turns of the episode) with a dampened count as weight.
 */
export function sectionTerms(
  sections: readonly (readonly string[])[],
  language: string,
): ReadonlyMap<string, number>[] {
  const termOf = termReader(language);
  const turns = sections.map((texts) =>
    texts.map((text) => words(text).flatMap((word) => termOf(word.key) ?? [])),
  );
  const idf = inverseFrequencies(turns.flat());
  return turns.map((own) => {
    const counts = new Map<string, number>();
    for (const term of own.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
    const telling = [...weigh(own.flat(), idf)]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, TERMS);
    return new Map(telling.map(([term]) => [term, 1 + Math.log(counts.get(term) ?? 1)]));
  });
}

/** How much two bags of terms are about the same: the cosine of their TF-IDF vectors, 0 to 1. */
export function likeness(
  a: TermVector | undefined,
  b: TermVector | undefined,
  idf: TermVector,
): number {
  if (!a || !b) return 0;
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0) * (idf.get(term) ?? 0) ** 2;
  if (dot === 0) return 0;
  const length = (bag: TermVector) => {
    let sum = 0;
    for (const [term, weight] of bag) sum += (weight * (idf.get(term) ?? 0)) ** 2;
    return Math.sqrt(sum);
  };
  return dot / (length(a) * length(b));
}
