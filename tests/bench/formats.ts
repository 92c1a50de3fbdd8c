import { parseTranscript } from '../../lib/transcript/formats/index.ts';
import { heard, RECOGNISERS } from '../unit/transcript/recognised.ts';
import { WRITERS } from '../unit/transcript/written.ts';
import { makeCorpus } from './corpus.ts';
import type { Row } from './table.ts';

/** A long episode, and as much as is ever taken (megabytes). */
const SIZES = [1, 50];
const RUNS = 3;
const NAMES = ['Ann Lee', 'Bo Dahl', 'Cleo Marsh'];

/**
 * How fast files of every way of writing are read, a long episode and a file of 50 MB, beside splitting the
 * same text into lines and words. That the second is no slower by the megabyte is what linear means.
 */
export async function benchFormats(): Promise<Row[]> {
  const texts = [
    ...makeCorpus({
      turns: 800,
      wordsPerTurn: 60,
      vocabulary: 50_000,
      turnsPerEpisode: 800,
    }).episodes(),
  ].flatMap(({ passages }) => passages.map(({ text }) => text));
  const rows: Row[] = [];
  for (const [what, format, write] of writings()) {
    const few = write(texts.slice(0, 100));
    for (const megabytes of SIZES) {
      const turns = Math.ceil((megabytes * 1e6 * 100) / few.length);
      const text = write(Array.from({ length: turns }, (_, i) => texts[i % texts.length] ?? ''));
      const runs = megabytes > 10 ? 1 : RUNS;
      const mb = text.length / 1e6;
      const read = fastest(runs, () => {
        const transcript = parseTranscript(text);
        if (transcript.format !== format)
          throw new Error(`${what} was read as ${transcript.format}.`);
      });
      const plain = fastest(runs, () =>
        text.split('\n').reduce((sum, line) => sum + line.split(/\s+/).length, 0),
      );
      rows.push({
        group: `reading a file of ${megabytes} MB, by the way it is written`,
        name: what,
        value: mb / read,
        unit: 'MB/s',
        baseline: { name: 'lines and words', value: mb / plain },
      });
    }
  }
  return rows.sort((a, b) => a.group.length - b.group.length);
}

function writings(): [what: string, format: string, write: (texts: readonly string[]) => string][] {
  return [
    ...WRITERS.map(([what, format, , write]) => {
      const said = (texts: readonly string[]) =>
        texts.map((text, i) => ({
          name: NAMES[i % NAMES.length] ?? '',
          text,
          startMs: i * 25_000,
        }));
      return [what, format, (texts: readonly string[]) => write(said(texts))] as const;
    }),
    ...RECOGNISERS.map(
      ([what, format, , write]) =>
        [
          what,
          format,
          (texts: readonly string[]) =>
            write(heard(texts.map((text, i) => [i % 3, text] as const))),
        ] as const,
    ),
  ].map(([what, format, write]) => [what, format, write]);
}

/** Seconds of the fastest run: what else the machine did only adds to it. */
function fastest(runs: number, work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best / 1000;
}
