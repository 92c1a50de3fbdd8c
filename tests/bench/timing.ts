import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { alignToCaptions } from '../../lib/timing/align.ts';
import { timeTurns } from '../../lib/timing/estimate.ts';
import { timeAt } from '../../lib/timing/moment.ts';
import { placeChapters } from '../../lib/timing/place-chapters.ts';
import { sentences } from '../../lib/understanding/sentences.ts';
import { half } from './gold.ts';
import { percentile, type Row } from './table.ts';
import { byWords, greedy, stretch } from './timing/baselines.ts';
import { mishear } from './timing/captions.ts';
import { makeUpEpisode } from './timing/made-up.ts';
import { readTimedEpisodes, TIMED_DIRS, type TimedEpisode } from './timing/timed-episode.ts';

/** Seeds of the made-up recordings that stand in where there are no real ones. */
const SEEDS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
/** Runs of each length, of which the best counts. */
const RUNS = 3;

/**
 * How nearly times are found again that were hidden: by alignment with misheard captions, and by estimates.
 * Measured on the transcripts with times of a folder; by default on those beside the checkout, estimates on
 * the half of them that no constant was fitted to; on made-up recordings where there are none.
 */
export async function benchTiming(corpus?: string, part?: 'tuning' | 'report'): Promise<Row[]> {
  const real = readTimedEpisodes(corpus ? [path.resolve(corpus)] : TIMED_DIRS);
  const kept = part ?? (corpus ? null : 'report');
  const made = real.length === 0;
  const all = made ? SEEDS.map((seed) => makeUpEpisode(1, seed)) : real;
  const apart = made || !kept ? all : all.filter(({ id }) => half(id) === kept);
  const nameOf = (episodes: readonly TimedEpisode[]) =>
    made
      ? `${episodes.length} made-up recordings (no real ones found; seeds ${SEEDS.join(', ')})`
      : `${episodes.length} real transcripts${episodes === all ? '' : ` (the ${kept === 'tuning' ? 'half constants were fitted to' : 'half no constant was fitted to'})`}`;
  return [...alignment(all, nameOf(all)), ...estimates(apart, nameOf(apart)), ...throughput()];
}

const seconds = (errors: readonly number[], p: number) => percentile(errors, p) / 1000;

/** Median and p95 of two lists of errors, one beside the other. */
function compare(
  group: string,
  name: string,
  own: readonly number[],
  baseline: string,
  theirs: readonly number[],
): Row[] {
  return [0.5, 0.95].map((p) => ({
    group,
    name: `${name}, ${p === 0.5 ? 'median' : 'p95'}`,
    value: seconds(own, p),
    unit: 's',
    baseline: { name: baseline, value: seconds(theirs, p) },
  }));
}

const hidden = (episode: TimedEpisode) =>
  episode.turns.map(({ text, speaker }) => ({ text, speaker, startMs: null, endMs: null }));

function alignment(episodes: readonly TimedEpisode[], of: string): Row[] {
  const errors = { own: [], stretch: [], greedy: [] } as Record<string, number[]>;
  const within = { own: [] as number[], even: [] as number[] };
  let [turns, aligned] = [0, 0];
  for (const episode of episodes) {
    const { cues, toHeard } = mishear(episode);
    const asked = hidden(episode).map((turn) => ({
      ...turn,
      sentences: sentences(turn.text, 'en').map(({ start }) => start),
    }));
    const spans = alignToCaptions(asked, cues);
    const others = { stretch: stretch(asked, cues), greedy: greedy(asked, cues) };
    let word = 0;
    for (const [i, { startMs, text }] of episode.turns.entries()) {
      const span = spans[i];
      if (span && startMs !== null) {
        const truth = toHeard(startMs);
        turns++;
        if (span.timing === 'aligned') aligned++;
        errors.own?.push(Math.abs(span.startMs - truth));
        errors.stretch?.push(Math.abs((others.stretch[i] ?? 0) - truth));
        errors.greedy?.push(Math.abs((others.greedy[i] ?? 0) - truth));
      }
      for (const offset of asked[i]?.sentences ?? []) {
        const at = word + text.slice(0, offset).split(/\s+/u).filter(Boolean).length;
        const said = episode.words[at];
        if (!span || !said || offset === 0) continue;
        const turn = { text, startMs: span.startMs, endMs: span.endMs };
        within.own.push(
          Math.abs(timeAt({ ...turn, marks: span.marks }, offset) - toHeard(said.startMs)),
        );
        within.even.push(Math.abs(timeAt(turn, offset) - toHeard(said.startMs)));
      }
      word += text.split(/\s+/u).filter(Boolean).length;
    }
  }
  const { own = [] } = errors;
  const group = `times by alignment, ${of}, 15 % word errors, 3 min of advertisement`;
  return [
    ...compare(group, 'turns', own, 'stretched by words', errors.stretch ?? []),
    ...compare(group, 'turns', own, 'greedy runs of three', errors.greedy ?? []),
    ...compare(group, 'sentences within turns', within.own, 'evenly within the turn', within.even),
    { group, name: 'turns aligned', value: (100 * aligned) / turns, unit: '%' },
  ];
}

function estimates(episodes: readonly TimedEpisode[], of: string): Row[] {
  return (['nothing', 'titles', 'places'] as const).flatMap((chapters) => {
    const withChapters = chapters !== 'nothing';
    const [own, words] = [[] as number[], [] as number[]];
    let inside = 0;
    const chosen = withChapters
      ? episodes.filter((episode) => episode.chapters.length > 1)
      : episodes;
    for (const episode of chosen) {
      const { durationMs } = episode;
      const turns = hidden(episode);
      const placed = () =>
        placeChapters(turns, timeTurns(turns, { durationMs }), episode.chapters, durationMs);
      const told = episode.chapters.map(({ turn, startMs }) => ({ turn, ms: startMs }));
      const anchors = chapters === 'places' ? told : chapters === 'titles' ? placed() : [];
      const spans = timeTurns(turns, { durationMs, anchors });
      const known = chapters === 'places' ? told : [];
      const plain = byWords(episode.turns, durationMs, known);
      for (const [i, { startMs }] of episode.turns.entries()) {
        const span = spans[i];
        if (startMs === null || !span || span.timing !== 'estimated') continue;
        own.push(Math.abs(span.startMs - startMs));
        words.push(Math.abs((plain[i] ?? 0) - startMs));
        if (Math.abs(span.startMs - startMs) <= (span.withinMs ?? 0)) inside++;
      }
    }
    const what = {
      nothing: 'duration alone',
      titles: 'duration and chapters by their titles',
      places: 'duration and chapters that stand in the text',
    }[chapters];
    const group = `times by estimate, ${what}, ${withChapters ? `${chosen.length} with chapters of ` : ''}${of}`;
    return [
      ...compare(group, 'turns', own, 'in proportion to words', words),
      { group, name: 'within the range shown', value: (100 * inside) / own.length, unit: '%' },
    ];
  });
}

const Run = z.object({ words: z.int(), ms: z.number(), before: z.number(), peak: z.number() });

/** Each run in a process of its own, for its peak memory. */
function throughput(): Row[] {
  const [short, long] = [1, 12].map((hours) => {
    const runs = Array.from({ length: RUNS }, () =>
      Run.parse(
        JSON.parse(
          execFileSync(
            process.execPath,
            [
              '--import',
              'tsx',
              path.join(import.meta.dirname, 'timing/align-once.ts'),
              String(hours),
            ],
            { encoding: 'utf8' },
          ),
        ),
      ),
    );
    return runs.reduce((best, run) => (run.ms < best.ms ? run : best));
  });
  if (!short || !long) return [];
  const group = `alignment of ${long.words.toLocaleString('en')} made-up words with their captions`;
  const baseline = `${short.words.toLocaleString('en')} words`;
  const rate = ({ words, ms }: typeof short) => words / (ms / 1000);
  const megabytes = (kilobytes: number) => kilobytes / 1024;
  return [
    {
      group,
      name: 'throughput',
      value: rate(long),
      unit: 'words/s',
      baseline: { name: baseline, value: rate(short) },
    },
    {
      group,
      name: 'peak memory of the process',
      value: megabytes(long.peak),
      unit: 'MB',
      baseline: { name: baseline, value: megabytes(short.peak) },
    },
    {
      group,
      name: 'of which while aligning',
      value: megabytes(long.peak - long.before),
      unit: 'MB',
      baseline: { name: baseline, value: megabytes(short.peak - short.before) },
    },
  ];
}
