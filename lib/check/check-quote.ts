import type { WordCounts } from '../search/quote-finder.ts';
import { align, type Step } from './align.ts';
import { attributionHolds } from './attribution.ts';
import { diff, type Segment, withSentenceEnd } from './diff.ts';
import { type Judgement, judge } from './judge.ts';
import type { Pasted } from './pasted.ts';
import { type WeightOf, weigh } from './weights.ts';
import {
  rangeAround,
  type SaidTurn,
  type TurnRange,
  type Window,
  windowAround,
  wordReader,
} from './window.ts';

/** So many passages are asked for, and so many places in all are compared word by word. */
const PASSAGES = 50;
/** What comparing may cost in all, in words of windows: a long quote is compared in fewer places. */
const WORDS_COMPARED = 60_000;
const FEWEST_PLACES = 3;
/** So many other places are told of. */
const OTHERS = 2;
/** Less than this in common is nothing to show. */
const WORTH_SHOWING = 0.25;
/** Of moments that are alike, the one that the named person said comes first. */
const NAMED = 0.02;

/** Where things were said: the index finds places, the store has the turns. */
export interface SaidWords {
  resembling(
    tokens: readonly string[],
    limit: number,
  ): Promise<{ episodeSlug: string; turn: number }[]>;
  counts(tokens: Iterable<string>): Promise<WordCounts>;
  /** In order, those of one episode side by side. */
  turns(ranges: readonly TurnRange[]): Promise<SaidTurn[]>;
}

export interface Person {
  slug: string;
  name: string;
}

/** A part of a turn, by character; `end` exclusive. */
export interface SaidSpan {
  position: number;
  anchor: string;
  start: number;
  end: number;
}

/** A moment that resembles a quote. */
export interface Moment extends Judgement {
  episode: string;
  /** The turn with most of it. */
  turn: number;
  /** Where it stands, turn by turn; never empty. */
  spans: SaidSpan[];
  segments: Segment[];
}

export interface Checked extends Judgement {
  /** The closest moment; where the verdict is "not_found" only a resemblance; null where there is none. */
  match: Moment | null;
  /** Other places where nearly the same was said, the closest first. */
  others: Moment[];
}

/**
 * Finds where a quote was said and what differs. The index names passages that share rare words or
 * neighbouring words with it; each of them, with the turns around it, is compared word by word.
 */
export async function checkQuote(pasted: Pasted, library: SaidWords): Promise<Checked> {
  const forms = pasted.words.map(({ form }) => form);
  const passages = await library.resembling(forms, PASSAGES);
  const most = Math.max(FEWEST_PLACES, Math.floor(WORDS_COMPARED / (3 * forms.length)));
  const places = distinct(passages).slice(0, most);
  const turns = await library.turns(
    places.map(({ episodeSlug, turn }) => rangeAround(episodeSlug, turn, forms.length)),
  );
  const wordsOf = wordReader();
  const windows = places.flatMap(({ episodeSlug, turn }) => {
    const own = runAround(turns, episodeSlug, turn);
    return own.length > 0 ? [windowAround(own, turn, forms.length, wordsOf)] : [];
  });
  const weightOf = weigh(
    await library.counts([
      ...forms,
      ...windows.flatMap(({ words }) => words.map(({ form }) => form)),
    ]),
  );
  const named = (moment: Moment) =>
    attributionHolds(pasted.attribution, speakersOf(moment, turns), []) === true;
  const moments = windows
    .flatMap((window) => compare(pasted, forms, window, weightOf) ?? [])
    .map((moment) => ({ moment, rank: moment.score + (named(moment) ? NAMED : 0) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ moment }) => moment);
  const apart = withoutOverlaps(moments);
  const [best] = apart;
  if (!best || best.score < WORTH_SHOWING) {
    return { verdict: 'not_found', score: best?.score ?? 0, match: null, others: [] };
  }
  const others = apart.slice(1).filter(({ verdict }) => verdict !== 'not_found');
  return {
    verdict: best.verdict,
    score: best.score,
    match: best,
    others: others.slice(0, OTHERS),
  };
}

/** Passages of one turn are one place. */
function distinct<Place extends { episodeSlug: string; turn: number }>(places: readonly Place[]) {
  const seen = new Map(places.map((place) => [`${place.turn} ${place.episodeSlug}`, place]));
  return [...seen.values()];
}

/** The turns of an episode around a position, without holes. */
function runAround(turns: readonly SaidTurn[], episode: string, position: number): SaidTurn[] {
  const at = turns.findIndex((turn) => turn.episode === episode && turn.position === position);
  if (at < 0) return [];
  const follows = (i: number) =>
    turns[i]?.episode === episode && turns[i]?.position === (turns[i - 1]?.position ?? -2) + 1;
  let [first, last] = [at, at];
  while (follows(first) && turns[first - 1]?.episode === episode) first--;
  while (follows(last + 1)) last++;
  return turns.slice(first, last + 1);
}

const speakersOf = ({ episode, spans }: Moment, turns: readonly SaidTurn[]) =>
  turns.flatMap(({ episode: own, position, speaker }) =>
    own === episode && speaker && spans.some((span) => span.position === position) ? [speaker] : [],
  );

function compare(
  pasted: Pasted,
  forms: readonly string[],
  window: Window,
  weightOf: WeightOf,
): Moment | null {
  const said = window.words.map(({ form }) => form);
  const aligned = align(forms, pasted.elidedBefore, said, weightOf, window.home);
  const steps = aligned && withSentenceEnd(aligned, window);
  const spans = steps && spansOf(steps, window);
  const [first] = spans ?? [];
  if (!aligned || !steps || !spans || !first) return null;
  const agreed = new Map<number, number>();
  for (const { said: at, likeness } of steps) {
    const turn = window.turns[window.words[at]?.turn ?? -1]?.position;
    if (turn !== undefined) agreed.set(turn, (agreed.get(turn) ?? 0) + likeness);
  }
  const [main] = [...agreed].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    ...judge(aligned, forms, said, weightOf),
    episode: window.turns[0]?.episode ?? '',
    turn: main?.[0] ?? first.position,
    spans,
    segments: diff(steps, pasted, window),
  };
}

function spansOf(steps: readonly Step[], { words, turns }: Window): SaidSpan[] {
  const spans: SaidSpan[] = [];
  for (const { pasted, said } of steps) {
    const word = words[said];
    const turn = turns[word?.turn ?? -1];
    const last = spans.at(-1);
    if (!word || !turn || (pasted < 0 && last?.position !== turn.position)) continue;
    if (last?.position === turn.position) last.end = Math.max(last.end, word.end);
    else {
      const { position, anchor } = turn;
      spans.push({ position, anchor, start: word.start, end: word.end });
    }
  }
  return spans;
}

/** Of moments that share words the best one only. */
function withoutOverlaps(moments: readonly Moment[]): Moment[] {
  const kept: Moment[] = [];
  for (const moment of moments) {
    const overlaps = kept.some(
      (other) =>
        other.episode === moment.episode &&
        other.spans.some((a) =>
          moment.spans.some((b) => a.position === b.position && a.start < b.end && b.start < a.end),
        ),
    );
    if (!overlaps) kept.push(moment);
  }
  return kept;
}
