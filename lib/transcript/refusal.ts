import { linesOf, sampleOf } from './dialogue.ts';
import { readFrontMatter } from './front-matter.ts';
import { notProse } from './prose-shape.ts';
import { TranscriptError, type TranscriptFormat } from './transcript.ts';

/** What a refused text seems nearest to, by what stands in it; the first that fits. */
const NEAREST: [name: string, sign: RegExp][] = [
  ['podcasting2-json', /^\s{0,99}(?:\{|\[\s{0,9}[{["])/],
  ['html', /^\s{0,99}</],
  ['srt', /-->/],
  ['speaker-lines', /^.{0,60}\d:\d\d/m],
  ['named-lines', /^.{0,60}:\s/m],
];

/** Why nothing reads this text, what it is nearest to, and what would be read. */
export function refusalOf(
  text: string,
  ranked: readonly { format: TranscriptFormat; sure: number }[],
): TranscriptError {
  const what =
    notProse(readFrontMatter(linesOf(sampleOf(text))).body) ?? 'running text of an unusual kind';
  const start = text.slice(0, 4_000);
  const named = NEAREST.find(([, sign]) => sign.test(start))?.[0];
  const claimed = ranked.find(({ sure }) => sure > 0);
  const nearest = (claimed ?? ranked.find(({ format }) => format.name === named) ?? ranked.at(-1))
    ?.format;
  const near = nearest ? ` The nearest format is ${nearest.name}: ${nearest.description}.` : '';
  const known = ranked.map(({ format }) => format.description).join('; ');
  return new TranscriptError(
    `This is no transcript that Earmark can read; it looks like ${what}.${near} It reads: ${known}.`,
    1,
  );
}
