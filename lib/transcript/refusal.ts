import { readFrontMatter } from './front-matter.ts';
import { headOfJson } from './json-document.ts';
import { isArticle, notProse } from './prose-shape.ts';
import { linesOf, sampleOf } from './text-lines.ts';
import { TranscriptError, type TranscriptFormat } from './transcript.ts';

/** What a refused text seems nearest to, by what stands in it; the first that fits. */
const NEAREST: [name: string, sign: RegExp][] = [
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
  const json = headOfJson(text);
  if (json !== undefined) return refusalOfJson(json, ranked);
  const { body, keys } = readFrontMatter(linesOf(sampleOf(text)));
  const what =
    notProse(body) ?? (isArticle(keys, body) ? 'an article' : 'running text of an unusual kind');
  const start = text.slice(0, 4_000);
  const named = NEAREST.find(([, sign]) => sign.test(start))?.[0];
  const claimed = ranked.find(({ sure }) => sure > 0);
  const nearest = (claimed ?? ranked.find(({ format }) => format.name === named) ?? ranked.at(-1))
    ?.format;
  const near = nearest ? ` The nearest format is ${nearest.name}: ${nearest.description}.` : '';
  const known = ranked
    .filter(({ format }) => !isJson(format))
    .map(({ format }) => format.description);
  return new TranscriptError(
    `This is no transcript that Earmark can read; it looks like ${what}.${near} It reads: ${known.join('; ')}; and JSON as recognisers write it.`,
    1,
  );
}

const isJson = ({ name }: TranscriptFormat) => name.endsWith('-json');
const MOST_KEYS = 6;
const LONGEST_KEY = 30;

/** JSON is told by its keys; only other JSON could be meant. */
function refusalOfJson(
  json: unknown,
  ranked: readonly { format: TranscriptFormat }[],
): TranscriptError {
  const entry: unknown = Array.isArray(json) ? json[0] : json;
  const keys = typeof entry === 'object' && entry !== null ? Object.keys(entry) : [];
  const shown = keys.slice(0, MOST_KEYS).map((key) => `“${key.slice(0, LONGEST_KEY)}”`);
  const held = shown.length > 0 ? `that holds ${shown.join(', ')}` : 'that holds no words';
  const known = ranked.flatMap(({ format }) => (isJson(format) ? [format.description] : []));
  return new TranscriptError(
    `This is no transcript that Earmark can read; it looks like program source or data: JSON ${held}. The nearest formats are those of JSON: ${known.join('; ')}.`,
    1,
  );
}
