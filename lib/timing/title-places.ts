/** Words before and after a place that tell whether a topic begins there. */
const AROUND = 100;
/** A word counts so often on either side, not more: one that is said all the time tells no more. */
const MOST = 2;
/** A word in a larger share of the turns than this tells nothing. */
const COMMON = 0.25;

/** How much more the turns from one on speak of a title than those before it; above 0 for likely places only. */
export type TitleWorth = (title: string, turn: number) => number;

/**
 * Tells where the words of a title begin to be said: each counts by how rare it is (Spärck Jones 1972),
 * `AROUND` words after a turn's beginning against as many before. Positions of words are kept, so each
 * question costs a search a word of the title.
 */
export function titleWorth(turns: readonly { text: string }[]): TitleWorth {
  const places = new Map<string, number[]>();
  const turnsWith = new Map<string, number>();
  const starts: number[] = [];
  let at = 0;
  for (const { text } of turns) {
    starts.push(at);
    const own = stems(text);
    for (const word of own) {
      const known = places.get(word);
      if (known) known.push(at++);
      else places.set(word, [at++]);
    }
    for (const word of new Set(own)) turnsWith.set(word, (turnsWith.get(word) ?? 0) + 1);
  }
  return (title, turn) => {
    const from = starts[turn] ?? 0;
    let worth = 0;
    for (const word of new Set(stems(title))) {
      const said = places.get(word);
      const share = (turnsWith.get(word) ?? 0) / turns.length;
      if (!said || share > COMMON) continue;
      const middle = firstFrom(said, from);
      const after = firstFrom(said, from + AROUND) - middle;
      const before = middle - firstFrom(said, from - AROUND);
      worth += Math.log(1 + 1 / share) * (Math.min(MOST, after) - Math.min(MOST, before));
    }
    return worth;
  };
}

/** Words without case and the commonest English endings; of other languages whole. */
const stems = (text: string) =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).flatMap((word) => {
    const stem = word
      .toLowerCase()
      .replace(/['’]s$/, '')
      .replace(/(?<=\p{L}{3})(?:ing|ed|es|s)$/u, '');
    return stem.length > 1 ? [stem] : [];
  });

/** Position of the first of ascending numbers that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
