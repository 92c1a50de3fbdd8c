import type { UntimedTurn } from './anchors.ts';
import { timeTurns } from './estimate.ts';
import { consistent } from './interpolate.ts';
import { matchWords } from './match-words.ts';
import { turnCost, wordCost } from './speech-cost.ts';
import { spokenWords } from './spoken-words.ts';
import type { Mark, TimedSpan } from './timed.ts';
import { timeWords, type WordTimes } from './word-times.ts';

/** A timed line of a caption file, in milliseconds. */
export interface TimedText {
  startMs: number;
  endMs: number;
  text: string;
}

/** A turn with the places (characters) where its sentences begin, if these are to be timed. */
export interface AlignedTurn extends UntimedTurn {
  sentences?: readonly number[];
}

/**
 * Carries the times of captions over to a transcript of the same recording whose words may differ, word by
 * word (`match-words.ts`, `word-times.ts`). A turn whose beginning is known from words near it is `aligned`,
 * all others are estimated between their neighbours; sentences whose beginning is known become marks. The
 * confidence is the share of a turn's, or sentence's, words that the captions have. `durationMs` is the
 * length of the recording, if that is known; else captions that reach its end tell it. n log n in words.
 */
export function alignToCaptions(
  turns: readonly AlignedTurn[],
  cues: readonly TimedText[],
  durationMs?: number,
): TimedSpan[] {
  const spoken = turns.flatMap(({ text }, turn) =>
    spokenWords(text).map((word) => ({ ...word, turn })),
  );
  const heard = orderly(cues).flatMap(heardWords);
  const pairs = matchWords(
    spoken.map(({ form }) => form),
    heard.map(({ form }) => form),
  );
  const times = timeWords(spoken, heard, pairs);

  const firstOf: number[] = [];
  for (const [i, { turn }] of spoken.entries()) firstOf[turn] ??= i;
  const afterOf = (turn: number) => {
    let next = turn + 1;
    while (next < turns.length && firstOf[next] === undefined) next++;
    return firstOf[next] ?? spoken.length;
  };
  const known = turns.map((_, turn) => {
    const first = firstOf[turn];
    return first !== undefined && times.known[first] === 1;
  });
  const spans = timeTurns(
    turns.map(({ text, speaker }, turn) => ({
      text,
      speaker,
      startMs: known[turn] ? Math.round(times.start[firstOf[turn] ?? 0] ?? 0) : null,
      endMs: null,
    })),
    { durationMs: endOf(turns, known, times, firstOf, cues, durationMs) },
  );
  return spans.map((span, turn): TimedSpan => {
    const first = firstOf[turn];
    if (first === undefined) return span;
    const after = afterOf(turn);
    const confidence = shareMatched(times, first, after);
    if (span.timing !== 'given') return { ...span, confidence };
    const endMs = times.known[after - 1] === 1 ? Math.round(times.end[after - 1] ?? 0) : span.endMs;
    return {
      ...span,
      endMs: Math.max(span.startMs, Math.min(span.endMs, endMs)),
      timing: 'aligned',
      confidence,
      marks: sentenceMarks(turns[turn]?.sentences ?? [], spoken, times, [first, after]),
    };
  });
}

/** Words that follow the last known one need at least this share of the time that they usually take. */
const LEAST_ROOM = 0.5;

/** Where the captions or the recording end; where they leave off before the talk does, they tell nothing of its length. */
function endOf(
  turns: readonly AlignedTurn[],
  known: readonly boolean[],
  { start }: WordTimes,
  firstOf: readonly number[],
  cues: readonly TimedText[],
  durationMs: number | undefined,
): number | undefined {
  const endMs = cues.reduce((latest, cue) => Math.max(latest, cue.endMs), durationMs ?? 0);
  if (durationMs !== undefined) return endMs;
  const last = known.lastIndexOf(true);
  const reached = last < 0 ? 0 : (start[firstOf[last] ?? 0] ?? 0);
  const needed = turns.slice(last + 1).reduce((sum, { text }) => sum + turnCost(text), 0);
  return endMs - reached >= LEAST_ROOM * needed ? endMs : undefined;
}

/** Cues in the order of their times: one that runs backwards would take its whole neighbourhood along. */
const orderly = (cues: readonly TimedText[]) =>
  consistent(cues.map((cue, at) => ({ at, ms: cue.startMs, cue }))).map(({ cue }) => cue);

/** A cue's words, its time shared among them in proportion to what saying them costs. */
function heardWords({ startMs, endMs, text }: TimedText) {
  const words = spokenWords(text).map(({ form }) => ({ form, cost: wordCost(form) }));
  const whole = words.reduce((sum, { cost }) => sum + cost, 0);
  const scale = Math.max(0, endMs - startMs) / Math.max(1, whole);
  let passed = 0;
  return words.map(({ form, cost }) => {
    const from = startMs + passed * scale;
    passed += cost;
    return { form, startMs: from, endMs: startMs + passed * scale };
  });
}

function shareMatched({ matched }: WordTimes, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += matched[i] ?? 0;
  return Math.round((100 * count) / Math.max(1, to - from)) / 100;
}

/** Times of the sentences whose first word is known, `[from, to)` being the turn's words. */
function sentenceMarks(
  sentences: readonly number[],
  spoken: readonly { offset: number }[],
  times: WordTimes,
  [from, to]: readonly [number, number],
): Mark[] {
  const begins: { offset: number; word: number }[] = [];
  let word = from;
  for (const offset of sentences) {
    while (word < to && (spoken[word]?.offset ?? 0) < offset) word++;
    if (offset > 0 && word < to && begins.at(-1)?.word !== word) begins.push({ offset, word });
  }
  return begins.flatMap(({ offset, word: at }, k) =>
    times.known[at] === 1
      ? [
          {
            offset,
            ms: Math.round(times.start[at] ?? 0),
            confidence: shareMatched(times, at, begins[k + 1]?.word ?? to),
          },
        ]
      : [],
  );
}
