import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addressUrl } from '../../lib/anchors/address.ts';
import { wordStream } from '../../lib/anchors/resolve.ts';
import { decode } from '../../lib/transcript/decode.ts';
import { parseTranscript } from '../../lib/transcript/formats/index.ts';
import { understand } from '../../lib/understanding/understand.ts';
import { type Correction, corrected, type TracedTurns, textsOf, traced } from './anchors-edits.ts';
import { episode, inCommon, share, truthOf } from './anchors-links.ts';
import { byAddress, byNumber, byText, type Way } from './anchors-ways.ts';
import { makeCorpus, random } from './corpus.ts';
import { percentile, type Row } from './table.ts';

const LINKS = 3_000;
const SEEDS = path.resolve(import.meta.dirname, '../../seeds');

/** What a link is worth after a correction. */
interface Tally {
  right: number;
  precise: number;
  /** Other words are shown as the right ones. */
  mistaken: number;
  section: number;
  elsewhere: number;
  nowhere: number;
}

/**
 * Links to words of the seed, opened after the transcript was corrected: beside turn number and
 * offset (as in Changelog's links), and beside a search for the exact words (as text fragments do).
 */
export async function benchAnchors(): Promise<Row[]> {
  const words = traced(seed());
  const changes: [string, Correction, number?][] = [
    ['5 % of words changed, 10 % of turns merged, 10 % split', { words: 0.05, turns: 0.1 }],
    ['10 % of words changed, 20 % of turns merged, 20 % split', { words: 0.1, turns: 0.2 }],
    ['20 % of words changed, 20 % of turns merged, 20 % split', { words: 0.2, turns: 0.2 }],
    ['as the first, five times one after the other', { words: 0.05, turns: 0.1 }, 5],
    ['as the first, and 10 % of turns taken out', { words: 0.05, turns: 0.1, cut: 0.1 }],
  ];
  const rows = changes.flatMap(([name, amount, times = 1], i) =>
    measure(words, { name, amount, times, seed: i + 1, links: LINKS }),
  );
  const [, amount] = changes[0] ?? ['', { words: 0, turns: 0 }];
  const name = 'the same in ten hours of made-up speech (120,000 words)';
  return [
    ...rows,
    ...measure(traced(tenHours()), { name, amount, times: 1, seed: 9, links: LINKS / 10 }),
  ];
}

const tenHours = (): string[] =>
  [
    ...makeCorpus({
      turns: 3_000,
      wordsPerTurn: 40,
      vocabulary: 12_000,
      turnsPerEpisode: 3_000,
    }).episodes(),
  ]
    .flatMap(({ passages }) => passages)
    .map(({ text }) => text);

interface Trial {
  name: string;
  amount: Correction;
  /** How often it is corrected and taken in again. */
  times: number;
  seed: number;
  links: number;
}

function seed(): string[] {
  const file = readdirSync(SEEDS).find((name) => name.endsWith('.txt')) ?? '';
  return parseTranscript(decode(readFileSync(path.join(SEEDS, file)))).turns.map((t) => t.text);
}

function measure(old: TracedTurns, { name, amount, times, seed, links }: Trial): Row[] {
  let version = episode(textsOf(old));
  const shared = share(old, version.turns, links, random(100 + seed));
  let now = old;
  for (let time = 0; time < times; time++) {
    now = corrected(now, amount, seed + 1_000 * time);
    version = episode(textsOf(now), version);
  }
  const { turns: after, retired } = version;
  const stream = wordStream(after, retired);
  const flat = now.flatMap((turn, i) => turn.map((word) => ({ ...word, turn: i })));
  const sections = understand({
    turns: after.map((turn) => ({
      ...turn,
      speaker: null,
      endMs: turn.startMs,
      timing: 'estimated' as const,
    })),
    speakers: [],
    language: 'en',
  }).sections;
  const sectionOf = (turn: number) => sections.findIndex(({ lastTurn }) => turn <= lastTurn);

  const judge = (way: Way) => {
    const tally: Tally = {
      right: 0,
      precise: 0,
      mistaken: 0,
      section: 0,
      elsewhere: 0,
      nowhere: 0,
    };
    for (const link of shared) {
      const landing = way(link);
      const truth = truthOf(flat, link);
      const common = landing?.words && truth.words ? inCommon(landing.words, truth.words) : 0;
      if (landing?.words && common === 0) tally.mistaken++;
      if (!landing) tally.nowhere++;
      else if (common >= 0.5) {
        tally.right++;
        if (common === 1) tally.precise++;
      } else if (sectionOf(landing.turn) === sectionOf(truth.turn)) tally.section++;
      else tally.elsewhere++;
    }
    return tally;
  };
  const address = byAddress(now, stream);
  const took: number[] = [];
  const ours = judge((link) => {
    const start = performance.now();
    const landing = address(link);
    took.push(performance.now() - start);
    return landing;
  });
  const numbered = judge(byNumber(now, after));
  const texts = judge(byText(flat));
  const group = `links to words, after ${name} (${links.toLocaleString('en')} links)`;
  const share100 = (n: number) => (n * 100) / shared.length;
  const row = (what: string, key: keyof Tally): Row[] => [
    {
      group,
      name: what,
      value: share100(ours[key]),
      unit: '%',
      baseline: { name: 'turn number and offset', value: share100(numbered[key]) },
    },
    {
      group,
      name: what,
      value: share100(ours[key]),
      unit: '%',
      baseline: { name: 'search for the exact text', value: share100(texts[key]) },
    },
  ];
  const length = shared.map(({ address }) => addressUrl('', address).length);
  return [
    ...row('on half of the words or more', 'right'),
    ...row('on the very words', 'precise'),
    ...row('else in the right section', 'section'),
    ...row('in a wrong section', 'elsewhere'),
    ...row('nowhere', 'nowhere'),
    ...row('shown other words', 'mistaken'),
    {
      group,
      name: 'finding the words, p95',
      value: percentile(took, 0.95),
      unit: 'ms',
      baseline: {
        name: 'reading the episode’s words once',
        value: timeOf(() => wordStream(after)),
      },
    },
    {
      group,
      name: 'length of the link, median',
      value: percentile(length, 0.5),
      unit: 'characters',
    },
  ];
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
