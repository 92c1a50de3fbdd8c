import type { Pair } from './match-words.ts';
import { wordCost } from './speech-cost.ts';

/** When each word of a transcript is said, in milliseconds, and what that rests on. */
export interface WordTimes {
  start: Float64Array;
  end: Float64Array;
  /** 1 where the captions have the word, as it is or nearly so. */
  matched: Uint8Array;
  /** 1 where the time rests on words beside it, 0 where it was spread over a longer gap. */
  known: Uint8Array;
}

/** Words between two matched ones are timed by these if they are at most so many… */
const FEW = 12;
/** …and there is room to say them: at least this share of what it takes, give or take a second. */
const LEAST_ROOM = 0.4;
const GIVE_MS = 1_000;
/** Of the words around one, so many on either side, at least this share must be matched: chance pairs prove nothing. */
const AROUND = 10;
const LEAST_MATCHED = 0.25;
/** Twice the time that words take, and this much: then there is a pause among them, or words of others. */
const PAUSE_MS = 1_200;

/**
 * Times for all words from those that were paired. Between two paired words the others share the time; where
 * there is far more of it than they need (an advertisement, a silence), it is put where the speaker
 * changes, and each word stays with its own side. Never runs backwards. Linear.
 */
export function timeWords(
  spoken: readonly { form: string; turn: number }[],
  heard: readonly { startMs: number; endMs: number }[],
  pairs: readonly Pair[],
): WordTimes {
  const size = spoken.length;
  const times: WordTimes = {
    start: new Float64Array(size),
    end: new Float64Array(size),
    matched: new Uint8Array(size),
    known: new Uint8Array(size),
  };
  const cost = (i: number) => wordCost(spoken[i]?.form ?? '');
  const put = (i: number, start: number, end: number, sure: boolean) => {
    times.start[i] = Math.max(0, start);
    times.end[i] = Math.max(0, start, end);
    times.known[i] = sure ? 1 : 0;
  };
  /** Words `[from, to)` one after the other from `ms` on, or up to it, at the model's pace. */
  const after = (from: number, to: number, ms: number, sure: boolean) => {
    let at = ms;
    for (let i = from; i < to; i++) {
      put(i, at, at + cost(i), sure && i - from < FEW);
      at += cost(i);
    }
  };
  const before = (from: number, to: number, ms: number, sure: boolean) => {
    let at = ms;
    for (let i = to - 1; i >= from; i--) {
      put(i, at - cost(i), at, sure && to - i <= FEW);
      at -= cost(i);
    }
  };
  const between = (from: number, to: number, startMs: number, endMs: number) => {
    if (from >= to) return;
    let need = 0;
    for (let i = from; i < to; i++) need += cost(i);
    const room = Math.max(0, endMs - startMs);
    if (room > 2 * need + PAUSE_MS) {
      let cut = from;
      while (cut < to && spoken[cut]?.turn === spoken[from - 1]?.turn) cut++;
      after(from, cut, startMs, true);
      before(cut, to, endMs, true);
      return;
    }
    const sure = to - from <= FEW && room + GIVE_MS >= need * LEAST_ROOM;
    let passed = 0;
    for (let i = from; i < to; i++) {
      const start = startMs + (room * passed) / Math.max(1, need);
      passed += cost(i);
      put(i, start, startMs + (room * passed) / Math.max(1, need), sure);
    }
  };

  let next = 0;
  let clock = 0;
  for (const { spoken: at, heard: to, same } of pairs) {
    const word = heard[to];
    if (!word) continue;
    const [startMs, endMs] = [Math.max(clock, word.startMs), Math.max(clock, word.endMs)];
    if (next === 0) before(0, at, startMs, true);
    else between(next, at, clock, startMs);
    put(at, startMs, endMs, true);
    times.matched[at] = same ? 1 : 0;
    [next, clock] = [at + 1, endMs];
  }
  if (pairs.length > 0) after(next, size, clock, true);
  doubtTheLonely(times);
  return times;
}

function doubtTheLonely({ matched, known }: WordTimes): void {
  const counts = new Uint32Array(matched.length + 1);
  for (let i = 0; i < matched.length; i++) counts[i + 1] = (counts[i] ?? 0) + (matched[i] ?? 0);
  for (let i = 0; i < known.length; i++) {
    const [from, to] = [Math.max(0, i - AROUND), Math.min(known.length, i + AROUND + 1)];
    if ((counts[to] ?? 0) - (counts[from] ?? 0) < LEAST_MATCHED * (to - from)) known[i] = 0;
  }
}
