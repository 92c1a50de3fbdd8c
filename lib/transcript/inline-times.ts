/** A time between words: they go on with the character at `offset` of the text. */
export interface InlineTime {
  offset: number;
  /** Milliseconds. */
  ms: number;
  /** True where it says when a sound was heard ("[crosstalk 1:02]"): what follows begins a little later. */
  ofSound: boolean;
}

/**
 * Where times stand once a text is set with single spaces: `times` with their places in `raw`, in order,
 * and `words`, each piece of `raw` that is no white space as it is set. Linear.
 */
export function placeTimes(
  times: readonly InlineTime[],
  raw: string,
  words: readonly string[],
): InlineTime[] {
  if (times.length === 0) return [];
  const placed: InlineTime[] = [];
  let next = 0;
  let set = 0;
  let word = 0;
  for (const { index } of raw.matchAll(/\S+/gu)) {
    for (let time = times[next]; time && time.offset <= index; time = times[++next])
      placed.push({ ...time, offset: set });
    set += (words[word++]?.length ?? 0) + 1;
  }
  for (const time of times.slice(next)) placed.push({ ...time, offset: Math.max(0, set - 1) });
  return placed;
}

/** Words of one turn so far, and the times among them. */
export interface TimedWords {
  words: string[];
  length: number;
  times: (InlineTime & { line: number })[];
}

/** Adds a stretch of speech with the times in it. */
export function addSpeech(
  turn: TimedWords,
  speech: { text: string; times: readonly InlineTime[] },
  line: number,
): void {
  const from = turn.words.length === 0 ? 0 : turn.length + 1;
  for (const time of speech.times) turn.times.push({ ...time, offset: from + time.offset, line });
  if (speech.text === '') return;
  turn.words.push(speech.text);
  turn.length = from + speech.text.length;
}

/**
 * The times of a turn by where they stand: at its very beginning, within it, and after its last word, which
 * is where the next one begins.
 */
export function sortTimes({ length, times }: TimedWords) {
  return {
    first: times.find(({ offset }) => offset === 0) ?? null,
    within: times
      .filter(({ offset }) => offset > 0 && offset < length)
      .map(({ offset, ms, line }) => ({ offset, ms, line })),
    last:
      times.findLast(({ offset, ofSound }) => !ofSound && offset >= length && length > 0) ?? null,
  };
}
