/** How many smaller texts are tried before the smallest so far is good enough. */
const MOST_TRIES = 2_000;

/**
 * A smaller text that is still wrong, by leaving out ever shorter stretches of it (Zeller & Hildebrandt,
 * Simplifying and isolating failure-inducing input, 2002).
 */
export function shrink(text: string, isWrong: (text: string) => boolean): string {
  let smallest = text;
  let tries = 0;
  for (let size = Math.ceil(text.length / 2); size > 0; size = Math.floor(size / 2)) {
    for (let from = 0; from < smallest.length && tries < MOST_TRIES; tries++) {
      const shorter = smallest.slice(0, from) + smallest.slice(from + size);
      if (shorter !== '' && isWrong(shorter)) smallest = shorter;
      else from += size;
    }
  }
  return smallest;
}
