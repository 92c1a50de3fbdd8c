import { termTurns } from '../words.ts';
import type { SegmentationMethod } from './method.ts';
import { cheapestPartition } from './partition.ts';

/** Concentration of the symmetric Dirichlet prior over words. */
const ALPHA = 0.2;
/** More turns than people have ever put under one heading. */
const LONGEST = 400;

/**
 * BayesSeg (Eisenstein & Barzilay 2008, "Bayesian Unsupervised Topic Segmentation"): sections draw
 * their words from multinomials with a shared Dirichlet prior, integrated out; dynamic programming
 * finds the likeliest cut. The paper is told the number of sections; where it is not told here, a
 * section costs log(number of words), as in U00, and no section has more than LONGEST turns, so that
 * the cost is linear in turns; told a number, it is quadratic.
 */
export const bayesSeg: SegmentationMethod = (conversation, sections) => {
  const { turns, vocabulary } = termTurns(
    conversation.turns.map((t) => t.text),
    conversation.language,
  );
  const words = turns.reduce((sum, terms) => sum + terms.length, 0);
  const mass = ALPHA * Math.max(1, vocabulary.length);
  const longest = sections === undefined ? LONGEST : turns.length;
  const counts = new Int32Array(vocabulary.length);
  // log Γ(mass + n) - log Γ(mass) and log Γ(α + c) - log Γ(α), each as a sum of logarithms that
  // grows with every word.
  const costsFrom = (start: number): Float64Array => {
    counts.fill(0);
    let total = 0;
    let cost = 0;
    const until = Math.min(turns.length, start + longest);
    const costs = new Float64Array(until - start);
    for (let end = start; end < until; end++) {
      for (const term of turns[end] ?? []) {
        const before = counts[term] ?? 0;
        cost += Math.log(mass + total) - Math.log(ALPHA + before);
        counts[term] = before + 1;
        total++;
      }
      costs[end - start] = cost;
    }
    return costs;
  };
  const choice =
    sections === undefined ? { perGroup: Math.log(Math.max(2, words)) } : { groups: sections };
  return cheapestPartition(turns.length, costsFrom, choice);
};
