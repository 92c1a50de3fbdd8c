import { tokenise } from './normalise.ts';
import type { Query } from './query.ts';
import { typosBetween } from './typo.ts';

/**
 * How close together a text has the words of a query: 1 where they stand side by side, towards 0 the
 * further the shortest stretch with all of them reaches; 0 for a single word. In the spirit of minimal
 * spans (Tao & Zhai, "An exploration of proximity measures in information retrieval", SIGIR 2007).
 */
export function closeness(text: string, query: Query, { typos = true } = {}): number {
  const wanted = query.must;
  if (wanted.length < 2) return 0;
  const hits = tokenise(text).flatMap(({ form }, at) =>
    wanted.flatMap(({ tokens: [first = ''], prefix, exact }, term) =>
      form === first ||
      (prefix && form.startsWith(first)) ||
      (typos && !exact && typosBetween(first, form, prefix) !== null)
        ? [{ at, term }]
        : [],
    ),
  );
  const counts = new Map<number, number>();
  let [from, shortest] = [0, Infinity];
  for (const hit of hits) {
    counts.set(hit.term, (counts.get(hit.term) ?? 0) + 1);
    while (counts.size === wanted.length) {
      const first = hits[from++];
      if (!first) break;
      shortest = Math.min(shortest, hit.at - first.at + 1);
      const left = (counts.get(first.term) ?? 1) - 1;
      if (left > 0) counts.set(first.term, left);
      else counts.delete(first.term);
    }
  }
  return shortest === Infinity ? 0 : Math.min(1, wanted.length / shortest);
}
