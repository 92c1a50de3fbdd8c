import { timeTurns, type UntimedTurn } from './estimate.ts';
import { consistent } from './interpolate.ts';
import { wordCost } from './speech-cost.ts';
import type { TimedSpan } from './timed.ts';

/** A timed line of a caption file, in milliseconds. */
export interface TimedText {
  startMs: number;
  endMs: number;
  text: string;
}

interface Word {
  /** Letters and figures only, lower case. */
  form: string;
  /** Of a transcript word: its turn. Of a caption word: its time in milliseconds. */
  value: number;
}

/** Runs of this many words that stand once on either side hold the two texts together. */
const RUN_LENGTHS = [5, 3, 2, 1];
/** A matched word says where its turn begins if it is among this many from the turn's start. */
const NEAR_START = 12;

/**
 * Carries the times of captions over to a transcript of the same recording whose words may differ.
 * Runs of words that are unique on both sides are matched in order (Bram Cohen's patience diff, on
 * shrinking runs within the gaps); a turn with a match near its start is `aligned`, all others are
 * estimated between their neighbours. n log n in words.
 */
export function alignToCaptions(
  turns: readonly UntimedTurn[],
  cues: readonly TimedText[],
): TimedSpan[] {
  const spoken = turns.flatMap((turn, i) => wordsOf(turn.text).map((form) => ({ form, value: i })));
  const heard = cues.flatMap(cueWords);
  const pairs = match(spoken, heard, [0, spoken.length], [0, heard.length], 0);

  const firstWord: number[] = [];
  for (const [i, word] of spoken.entries()) firstWord[word.value] ??= i;
  const starts: (number | null)[] = turns.map(() => null);
  for (const [at, to] of pairs) {
    const word = spoken[at];
    const time = heard[to];
    if (!word || !time || starts[word.value] != null) continue;
    const first = firstWord[word.value] ?? at;
    if (at - first > NEAR_START) continue;
    let lead = 0;
    for (let i = first; i < at; i++) lead += wordCost(spoken[i]?.form ?? '');
    starts[word.value] = Math.max(0, Math.round(time.value - lead));
  }
  const timed = timeTurns(
    turns.map((turn, i) => ({ text: turn.text, startMs: starts[i] ?? null, endMs: null })),
    { durationMs: cues.at(-1)?.endMs },
  );
  return timed.map((span) => (span.timing === 'given' ? { ...span, timing: 'aligned' } : span));
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');

/** A cue's words, its time shared among them in proportion to what saying them costs. */
function cueWords({ startMs, endMs, text }: TimedText): Word[] {
  const forms = wordsOf(text);
  const costs = forms.map(wordCost);
  const scale =
    (endMs - startMs) /
    Math.max(
      1,
      costs.reduce((sum, cost) => sum + cost, 0),
    );
  let passed = 0;
  return forms.map((form, i) => {
    const word = { form, value: startMs + passed * scale };
    passed += costs[i] ?? 0;
    return word;
  });
}

type Range = readonly [from: number, to: number];
type Pair = readonly [spoken: number, heard: number];

/** Matched words of two stretches, ascending on both sides. */
function match(
  spoken: readonly Word[],
  heard: readonly Word[],
  a: Range,
  b: Range,
  level: number,
): Pair[] {
  const length = RUN_LENGTHS[level];
  if (length === undefined || a[1] - a[0] < length || b[1] - b[0] < length) return [];
  const inA = uniqueRuns(spoken, a, length);
  const inB = uniqueRuns(heard, b, length);
  const candidates = [...inA].flatMap(([run, at]) => {
    const to = inB.get(run);
    return at < 0 || to === undefined || to < 0 ? [] : [{ at, ms: to }];
  });
  candidates.sort((x, y) => x.at - y.at);
  const pairs: Pair[] = [];
  let [fromA, fromB] = [a[0], b[0]];
  for (const { at, ms: to } of [...consistent(candidates), { at: a[1], ms: b[1] }]) {
    if (at < fromA || to < fromB) continue;
    for (const pair of match(spoken, heard, [fromA, at], [fromB, to], level + 1)) pairs.push(pair);
    [fromA, fromB] = [at, to];
    if (at === a[1]) break;
    for (; fromA < at + length; fromA++, fromB++) pairs.push([fromA, fromB]);
  }
  return pairs;
}

/** Run of words → where it stands, or -1 where it stands more than once. */
function uniqueRuns(
  words: readonly Word[],
  [from, to]: Range,
  length: number,
): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = from; i + length <= to; i++) {
    let run = '';
    for (let k = i; k < i + length; k++) run += `${words[k]?.form} `;
    places.set(run, places.has(run) ? -1 : i);
  }
  return places;
}
