import type { TermVector } from './similarity.ts';

const DAMPING = 0.85;
const ROUNDS = 20;
/** Terms in more than this many sentences link everything to everything and are left out. */
const COMMONEST = 60;

/**
 * TextRank (Mihalcea & Tarau 2004) over sentences: how much each one says what the others say,
 * scaled so that the most central is 1. Links are the weights of shared terms over the lengths of
 * both vectors; they run through the terms, so the cost is linear in the text, not quadratic in
 * sentences.
 */
export function centrality(vectors: readonly TermVector[]): number[] {
  const postings = new Map<string, { sentence: number; weight: number }[]>();
  vectors.forEach((vector, sentence) => {
    let length = 0;
    for (const weight of vector.values()) length += weight * weight;
    const scale = 1 / Math.max(1, Math.sqrt(length));
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? [];
      list.push({ sentence, weight: weight * scale });
      postings.set(term, list);
    }
  });
  const links = [...postings.values()].filter((l) => l.length > 1 && l.length <= COMMONEST);
  const outgoing = new Float64Array(vectors.length);
  for (const list of links) {
    const total = list.reduce((sum, p) => sum + p.weight, 0);
    for (const p of list) {
      outgoing[p.sentence] = (outgoing[p.sentence] ?? 0) + p.weight * (total - p.weight);
    }
  }
  let ranks = new Float64Array(vectors.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(vectors.length).fill(1 - DAMPING);
    for (const list of links) {
      let flow = 0;
      const own = list.map((p) => {
        const out = outgoing[p.sentence] ?? 0;
        const share = out > 0 ? (p.weight * (ranks[p.sentence] ?? 0)) / out : 0;
        flow += share;
        return share;
      });
      list.forEach((p, i) => {
        const received = DAMPING * p.weight * (flow - (own[i] ?? 0));
        next[p.sentence] = (next[p.sentence] ?? 0) + received;
      });
    }
    ranks = next;
  }
  const top = ranks.reduce((max, r) => Math.max(max, r), 0);
  return Array.from(ranks, (rank) => (top > 0 ? rank / top : 0));
}
