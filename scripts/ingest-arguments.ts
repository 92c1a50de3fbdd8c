import { parseArgs } from 'node:util';
import { z } from 'zod';
import { IngestOptions } from '../lib/ingest/options.ts';
import { parseClock } from '../lib/timing/clock.ts';
import { UsageError } from './console.ts';

export const USAGE = `Usage: npm run ingest -- FILE|DIR|URL… [options]

  --show NAME          the show, where the file does not say
  --title TITLE        the episode's title
  --date YYYY-MM-DD    the day it appeared
  --slug NAME          its name in URLs
  --language TAG       its language, e.g. en or pt-BR
  --media URL|FILE     the recording: an address, or a file in MEDIA_DIR; “none” takes it away
  --duration h:mm:ss   how long the recording is: estimated times are scaled to it
  --captions FILE      SRT, WebVTT or JSON with times, to take the times from, word by word
  --chapters FILE      published chapters (JSON, or lines such as 0:12:34 Title): they are the sections,
                       and missing times follow them
  --speaker A="Name"[:host|:guest]   who a label is; may be repeated
  --dry-run            store nothing
  --explain            say why sections, titles and quotes are what they are
  --json               one JSON document on stdout, everything else on stderr
`;

/** Options that describe one episode and make no sense for several. */
const FOR_ONE = [
  'title',
  'date',
  'slug',
  'media',
  'duration',
  'captions',
  'chapters',
  'speaker',
] as const;

/**
 * Reads the command line of the ingest.
 * @throws UsageError with one sentence.
 */
export function readArguments(argv: readonly string[]) {
  const { values, positionals } = parse(argv);
  const help = values.help === true;
  if (positionals.length === 0 && !help) {
    throw new UsageError(`Name at least one file, folder or URL.\n\n${USAGE}`);
  }
  const single = FOR_ONE.find((name) => values[name] !== undefined);
  if (positionals.length > 1 && single) {
    throw new UsageError(`--${single} describes one episode; name one file with it.`);
  }
  const silent = values.media === 'none';
  const options = IngestOptions.safeParse({
    show: values.show,
    title: values.title,
    date: values.date,
    slug: values.slug,
    language: values.language,
    media: isAddress(values.media) ? values.media : undefined,
    noMedia: silent || undefined,
    durationMs: values.duration === undefined ? undefined : readDuration(values.duration),
    speakers: values.speaker?.map(readSpeaker),
  });
  if (!options.success) {
    const issue = options.error.issues[0];
    throw new UsageError(`--${issue?.path.join('.')} ${issue?.message}.`);
  }
  return {
    targets: positionals,
    options: options.data,
    /** A recording on this machine. */
    mediaPath: isAddress(values.media) || silent ? undefined : values.media,
    captions: values.captions,
    chapters: values.chapters,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
    explained: values.explain === true,
    help,
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        show: text,
        title: text,
        date: text,
        slug: text,
        language: text,
        media: text,
        duration: text,
        captions: text,
        chapters: text,
        speaker: { type: 'string', multiple: true },
        'dry-run': flag,
        json: flag,
        explain: flag,
        help: { ...flag, short: 'h' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${message}.\n\n${USAGE}`);
  }
}

const isAddress = (media = '') => /^[a-z][a-z0-9+.-]*:\/\//i.test(media);

function readDuration(text: string): number {
  const ms = parseClock(text);
  if (ms === null || ms <= 0)
    throw new UsageError(`--duration “${text}” must be h:mm:ss, such as 1:11:10.`);
  return ms;
}

const SpeakerOption = z.templateLiteral([z.string().min(1), '=', z.string().min(1)]);

/** `A=Name`, `A="Name"`, with `:host` or `:guest` behind it. */
function readSpeaker(text: string) {
  if (!SpeakerOption.safeParse(text).success) {
    throw new UsageError(`--speaker “${text}” must look like A="Name" or A="Name":host.`);
  }
  const label = text.slice(0, text.indexOf('=')).trim();
  let name = text.slice(text.indexOf('=') + 1).trim();
  const role = name.endsWith(':host') ? 'host' : name.endsWith(':guest') ? 'guest' : null;
  if (role) name = name.slice(0, -role.length - 1).trim();
  if (name.length > 1 && name.startsWith('"') && name.endsWith('"'))
    name = name.slice(1, -1).trim();
  return { label, name, role };
}
