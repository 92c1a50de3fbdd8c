/** A bag of terms with weights. */
export type TermVector = ReadonlyMap<string, number>;

/** Cosine of two bags, 0 (nothing shared) to 1; 0 where one is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const dot = product(a, b);
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
}

function product(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small) dot += weight * (large.get(term) ?? 0);
  return dot;
}

function norm(vector: TermVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** Inverse document frequencies: log(1 + documents / documents with the term). */
export function inverseFrequencies(documents: Iterable<Iterable<string>>): TermVector {
  const frequency = new Map<string, number>();
  let count = 0;
  for (const document of documents) {
    count++;
    for (const term of new Set(document)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const weights = new Map<string, number>();
  for (const [term, n] of frequency) weights.set(term, Math.log(1 + count / n));
  return weights;
}

/** The TF-IDF vector of a list of terms. */
export function weigh(terms: Iterable<string>, idf: TermVector): TermVector {
  const vector = new Map<string, number>();
  for (const term of terms) vector.set(term, (vector.get(term) ?? 0) + (idf.get(term) ?? 0));
  return vector;
}

/** A candidate for a selection that should be good and varied. */
export interface Candidate {
  score: number;
  vector: TermVector;
}

/**
 * Maximal marginal relevance (Carbonell & Goldstein 1998): takes the best candidate again and
 * again, each time discounting what resembles something taken already.
 * @param spread 0 looks at the score alone, 1 at variety alone.
 * @param discount further penalty of a candidate given those chosen, in units of score.
 */
export function pickVaried<T extends Candidate>(
  candidates: readonly T[],
  count: number,
  spread: number,
  discount: (candidate: T, chosen: readonly T[]) => number = () => 0,
): T[] {
  const chosen: T[] = [];
  const left = new Set(candidates);
  const nearest = new Map<T, number>();
  // Each is compared with every one that is taken.
  const norms = new Map(candidates.map((one) => [one, norm(one.vector)]));
  while (chosen.length < count && left.size > 0) {
    let best: { candidate: T; value: number } | undefined;
    for (const candidate of left) {
      const value =
        (1 - spread) * candidate.score -
        spread * (nearest.get(candidate) ?? 0) -
        discount(candidate, chosen);
      if (!best || value > best.value) best = { candidate, value };
    }
    if (!best || best.value <= 0) break;
    const taken = best.candidate;
    left.delete(taken);
    chosen.push(taken);
    for (const candidate of left) {
      const dot = product(candidate.vector, taken.vector);
      if (dot === 0) continue;
      const alike = dot / ((norms.get(candidate) ?? 0) * (norms.get(taken) ?? 0));
      if (alike > (nearest.get(candidate) ?? 0)) nearest.set(candidate, alike);
    }
  }
  return chosen;
}
