import {
  errorRange,
  MEASURED,
  type RangeModel,
  type Side,
} from '../../../lib/timing/error-range.ts';
import { timeTurns } from '../../../lib/timing/estimate.ts';
import { openingCost } from '../../../lib/timing/opening.ts';
import { COSTS, type Costs, turnCost } from '../../../lib/timing/speech-cost.ts';
import { half } from '../gold.ts';
import { percentile } from '../table.ts';
import { readTimedEpisodes, TIMED_DIRS, type TimedEpisode } from './timed-episode.ts';

/**
 * Fits the constants of the estimates to the tuning half of the timed transcripts, and prints them beside
 * those in use: `npx tsx tests/bench/timing/fit.ts [FOLDER…]`.
 */
const folders = process.argv.slice(2);
const episodes = readTimedEpisodes(folders.length > 0 ? folders : TIMED_DIRS).filter(
  ({ id }) => half(id) === 'tuning',
);
if (episodes.length === 0) throw new Error('No timed transcripts; name a folder of them.');

/** Coordinate descent: each parameter up and down by its step, which halves when nothing helps. Never below 0. */
function descend<T extends Record<string, number>>(
  from: T,
  names: readonly (keyof T & string)[],
  loss: (parameters: T) => number,
): T {
  let [best, least] = [from, loss(from)];
  let share = 0.5;
  while (share > 0.01) {
    let better = false;
    for (const name of names) {
      for (const sign of [1, -1]) {
        const tried = { ...best, [name]: (best[name] ?? 0) + sign * share * (from[name] ?? 1) };
        const value = (tried[name] ?? 0) < 0 ? Number.POSITIVE_INFINITY : loss(tried);
        if (value < least - 1e-9) {
          [best, least, better] = [tried, value, true];
          break;
        }
      }
    }
    if (!better) share /= 2;
  }
  return best;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const rounded = (values: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(3))]),
  );

/** Mean error of an episode's turns, given its length alone and given its chapters, in shares of what letters alone make. */
function costLoss(costs: Costs): number {
  return mean(
    episodes.map((episode) => {
      const own = episode.turns.map(({ text }) => turnCost(text, costs));
      own[0] = (own[0] ?? 0) + opening(own);
      return mean(errors(episode, own, []).concat(errors(episode, own, episode.chapters)));
    }),
  );
}

const opening = (costs: readonly number[]) =>
  openingCost(
    [],
    costs.reduce((sum, cost) => sum + cost, 0),
  );

function errors(
  { turns, durationMs }: TimedEpisode,
  costs: readonly number[],
  chapters: TimedEpisode['chapters'],
): number[] {
  const knots = [{ turn: 0, startMs: 0 }, ...chapters, { turn: turns.length, startMs: durationMs }];
  const passed = [0];
  for (const cost of costs) passed.push((passed.at(-1) ?? 0) + cost);
  let next = 1;
  return turns.flatMap(({ startMs }, turn) => {
    while (next < knots.length - 1 && (knots[next]?.turn ?? 0) <= turn) next++;
    const [from, to] = [knots[next - 1], knots[next]];
    if (startMs === null || !from || !to || from.turn === turn) return [];
    const cost = (at: number) => (passed[at] ?? 0) - (passed[from.turn] ?? 0);
    const share = cost(turn) / Math.max(1, cost(to.turn));
    // Stretches between chapters are short: their errors count more, a second for a second.
    const weight = chapters.length > 0 ? 4 : 1;
    return [
      (weight * Math.abs(from.startMs + (to.startMs - from.startMs) * share - startMs)) / 1000,
    ];
  });
}

const costs = descend(COSTS, ['word', 'letter', 'figure', 'sentencePause', 'turnPause'], costLoss);
const scale = percentile(
  episodes.map(
    ({ turns, durationMs }) =>
      durationMs / turns.reduce((sum, { text }) => sum + turnCost(text, costs), 0),
  ),
  0.5,
);
const scaled = Object.fromEntries(
  Object.entries(costs).map(([name, cost]) => [name, cost * scale]),
);
console.log('costs, fitted', rounded(scaled));
console.log('costs, in use', COSTS);

interface Measured {
  before: Side;
  after: Side;
  error: number;
  weight: number;
}

/** Errors with what was known on either side: chapters or not, the length or not, a time now and then. */
function measure(episode: TimedEpisode): Measured[] {
  const { turns, durationMs, chapters } = episode;
  const everyFew = turns.flatMap(({ startMs }, turn) =>
    turn > 0 && turn % 20 === 0 && startMs !== null ? [{ turn, startMs }] : [],
  );
  return [[], chapters, everyFew].flatMap((known) =>
    [durationMs, undefined].flatMap((length) => {
      const anchors = known.map(({ turn, startMs }) => ({ turn, ms: startMs }));
      const spans = timeTurns(
        turns.map((turn) => ({ ...turn, startMs: null, endMs: null })),
        { durationMs: length, anchors },
      );
      return spans.flatMap(({ startMs, timing }, turn): Measured[] => {
        const truth = turns[turn]?.startMs ?? null;
        if (timing !== 'estimated' || turn === 0 || truth === null) return [];
        const last = anchors.findLast((anchor) => anchor.turn < turn);
        const next = anchors.find((anchor) => anchor.turn > turn);
        const before: Side = last
          ? { kind: 'anchor', distanceMs: startMs - last.ms }
          : { kind: 'beginning', distanceMs: startMs };
        const after: Side = next
          ? { kind: 'anchor', distanceMs: next.ms - startMs }
          : { kind: length ? 'end' : 'none', distanceMs: (length ?? startMs) - startMs };
        const weight = 1 / Math.max(5_000, Math.min(60_000, durationMs / 50)) / spans.length;
        return [{ before, after, error: Math.abs(startMs - truth), weight }];
      });
    }),
  );
}

const measured = episodes.flatMap(measure);
const QUANTILE = 0.9;
const rangeLoss = (model: RangeModel) =>
  measured.reduce((sum, { before, after, error, weight }) => {
    const over = error - errorRange(before, after, model);
    return sum + weight * (over > 0 ? QUANTILE * over : (QUANTILE - 1) * over);
  }, 0);
const { concluded: _, ...range } = descend(
  { ...MEASURED },
  ['drift', 'beginning', 'pace'],
  rangeLoss,
);
console.log('range, fitted', rounded(range));
console.log('range, in use', MEASURED);
