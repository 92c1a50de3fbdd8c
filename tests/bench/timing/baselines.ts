interface Turn {
  text: string;
}
interface Known {
  turn: number;
  ms: number;
}

const wordsOf = (text: string) => text.split(/\s+/u).filter(Boolean);

/** Starts of turns in proportion to their words, piecewise between known ones: what one would try first. */
export function byWords(
  turns: readonly Turn[],
  durationMs: number,
  known: readonly Known[] = [],
): number[] {
  const counts = turns.map(({ text }) => wordsOf(text).length);
  const passed = [0];
  for (const count of counts) passed.push((passed.at(-1) ?? 0) + count);
  const knots = [{ turn: 0, ms: 0 }, ...known, { turn: turns.length, ms: durationMs }];
  let next = 1;
  return turns.map((_, turn) => {
    while (next < knots.length - 1 && (knots[next]?.turn ?? 0) <= turn) next++;
    const [from, to] = [knots[next - 1], knots[next]];
    if (!from || !to) return 0;
    const words = (at: number) => (passed[at] ?? 0) - (passed[from.turn] ?? 0);
    return from.ms + ((to.ms - from.ms) * words(turn)) / Math.max(1, words(to.turn));
  });
}

interface Cue {
  startMs: number;
  endMs: number;
  text: string;
}

/** The transcript stretched over the captions: the n-th share of its words is at the n-th share of theirs. */
export function stretch(turns: readonly Turn[], cues: readonly Cue[]): number[] {
  const heard = cues.flatMap(({ text, startMs }) => wordsOf(text).map(() => startMs));
  const total = turns.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  let passed = 0;
  return turns.map(({ text }) => {
    const at = heard[Math.floor((passed / total) * heard.length)] ?? 0;
    passed += wordsOf(text).length;
    return at;
  });
}

/** Words that must agree in a row, and how far ahead they are looked for. */
const RUN = 3;
const AHEAD = 200;

/** Greedy anchors: from word to word, the next place ahead where three agree; the time of its caption. */
export function greedy(turns: readonly Turn[], cues: readonly Cue[]): number[] {
  const heard = cues.flatMap(({ text, startMs }) =>
    wordsOf(text.toLowerCase()).map((word) => ({ word, startMs })),
  );
  let reached = 0;
  return turns.map(({ text }) => {
    const words = wordsOf(text.toLowerCase());
    const start = heard[reached]?.startMs ?? heard.at(-1)?.startMs ?? 0;
    let first: number | null = null;
    for (let i = 0; i < words.length; i++) {
      for (let to = reached; to < Math.min(heard.length, reached + AHEAD); to++) {
        let k = 0;
        while (k < RUN && i + k < words.length && heard[to + k]?.word === words[i + k]) k++;
        if (k < RUN) continue;
        first ??= heard[Math.max(0, to - i)]?.startMs ?? start;
        reached = to + 1;
        break;
      }
    }
    return first ?? start;
  });
}
