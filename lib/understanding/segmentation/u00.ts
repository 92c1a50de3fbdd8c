import { termTurns } from '../words.ts';
import type { SegmentationMethod } from './method.ts';
import { cheapestPartition } from './partition.ts';

/**
 * U00 (Utiyama & Isahara 2001, "A Statistical Model for Domain-Independent Text Segmentation").
 * Each section has its own Laplace-smoothed word distribution; the cheapest description of the
 * text wins, where a section costs log(number of words) more. Quadratic in the number of turns.
 */
export const u00: SegmentationMethod = (conversation, sections) => {
  const { turns, vocabulary } = termTurns(
    conversation.turns.map((t) => t.text),
    conversation.language,
  );
  const words = turns.reduce((sum, terms) => sum + terms.length, 0);
  const counts = new Int32Array(vocabulary.length);
  // A section of n words costs n log(n + V) - Σ f(w) log(f(w) + 1); the sum is kept up word by word.
  const costsFrom = (start: number): Float64Array => {
    counts.fill(0);
    let total = 0;
    let weighted = 0;
    const costs = new Float64Array(turns.length - start);
    for (let end = start; end < turns.length; end++) {
      for (const term of turns[end] ?? []) {
        const before = counts[term] ?? 0;
        weighted += (before + 1) * Math.log(before + 2) - before * Math.log(before + 1);
        counts[term] = before + 1;
        total++;
      }
      costs[end - start] = total * Math.log(total + vocabulary.length || 1) - weighted;
    }
    return costs;
  };
  const choice =
    sections === undefined ? { perGroup: Math.log(Math.max(2, words)) } : { groups: sections };
  return cheapestPartition(turns.length, costsFrom, choice);
};
