import { z } from 'zod';
import { headOfJson, readJson } from './json-document.ts';
import { Clock, Seconds } from './recorded-time.ts';
import { TranscriptError } from './transcript.ts';

/** A published chapter; `startMs` in milliseconds from the start of the recording. */
export interface Chapter {
  title: string;
  startMs: number;
}

const Title = z.string().trim().min(1);
/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */
const Podcasting2 = z.object({
  chapters: z.array(
    z.object({
      startTime: Seconds.pipe(z.number()),
      title: z.string().trim().nullish(),
      toc: z.boolean().nullish(),
    }),
  ),
});
/** https://docs.podlove.org/podlove-simple-chapters/ as JSON, alone or in the settings of Podlove's player. */
const Podlove = z.array(z.object({ start: Clock.pipe(z.number()), title: Title }));
const PodlovePlayer = z.object({ chapters: Podlove });

const MARK = /^[([]?(\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)[)\]]?(?:\s*[–—-]\s*|\s+)(\S.*)$/u;
/** Podlove's own list has an address after the title. */
const ADDRESS = /\s+<https?:\/\/[^<>\s]*>$/;
/** A list of chapters is a list: longer files are something else. */
const MOST_LINES = 500;
const LONGEST = 100_000;

/**
 * Reads a chapters file: Podcasting 2.0 or Podlove JSON, or lines such as "00:12:34 Title". Null where it
 * is none. In the order of their times; those without a title, or hidden from the contents, are left out.
 */
export function parseChapters(text: string): Chapter[] | null {
  const chapters = /^\s*(?:\{|\[\s*[{\]])/.test(text.slice(0, 2_000))
    ? fromJson(text)
    : fromLines(text);
  if (!chapters || chapters.length === 0) return null;
  return chapters.sort((a, b) => a.startMs - b.startMs);
}

/** Half the chapters are at least so far apart (milliseconds); lines of a transcript follow closer. */
const APART_MS = 40_000;
const MOST_WORDS = 9;
/** Fewer lines that open with a name each may be a short talk. */
const FEW = 6;

/**
 * Refuses chapters that were given for a transcript.
 * @throws TranscriptError that says what they are.
 */
export function refuseChapters(text: string): void {
  const chapters = parseChapters(text);
  if (!chapters || !(headOfJson(text) !== undefined || seemList(chapters))) return;
  const many = chapters.length === 1 ? 'one chapter' : `${chapters.length} chapters`;
  throw new TranscriptError(
    `This is a list of ${many}, not a transcript: it tells when topics begin, not what was said; give it beside the transcript, with --chapters.`,
    1,
  );
}

/** Few words each, far apart, no sentences and nobody's name: "0:05 words" is how transcripts are written, too. */
function seemList(chapters: readonly Chapter[]): boolean {
  if (chapters.length < 3) return false;
  const gaps = chapters.slice(1).map(({ startMs }, i) => startMs - (chapters[i]?.startMs ?? 0));
  const gap = gaps.sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0;
  const words = chapters.reduce((sum, { title }) => sum + title.split(/\s+/u).length, 0);
  // A name before a colon comes again where people talk; topics do not.
  const labels = chapters.flatMap(({ title }) => /^[^:：]{1,60}(?=[:：])/u.exec(title)?.[0] ?? []);
  const again = labels.length - new Set(labels).size;
  const named = labels.length <= chapters.length / 4 || again > 0 || chapters.length < FEW;
  const spoken = chapters.filter(
    ({ title }) =>
      /[.,;]$|^\p{Ll}|^\*\*/u.test(title) || (named && /^[^:：]{1,60}[:：]/u.test(title)),
  );
  return (
    gap >= APART_MS && words <= chapters.length * MOST_WORDS && spoken.length <= chapters.length / 4
  );
}

function fromJson(text: string): Chapter[] | null {
  const head = headOfJson(text);
  // Long files of another kind are told by their beginning.
  if (![Podcasting2, Podlove, PodlovePlayer].some((shape) => shape.safeParse(head).success)) {
    return null;
  }
  const json = readJson(text);
  const listed = Podcasting2.safeParse(json);
  if (listed.success) {
    // Chapters without a title, or hidden from the contents, only change the picture.
    return listed.data.chapters.flatMap(({ startTime, title, toc }) =>
      title && toc !== false ? [{ title, startMs: startTime }] : [],
    );
  }
  const list = PodlovePlayer.safeParse(json).data?.chapters ?? Podlove.safeParse(json).data;
  return list?.map(({ start, title }) => ({ title, startMs: start })) ?? null;
}

function fromLines(text: string): Chapter[] | null {
  if (text.length > LONGEST) return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MOST_LINES) return null;
  const chapters: Chapter[] = [];
  for (const line of lines) {
    const [, time, title = ''] = MARK.exec(line.trim()) ?? [];
    const startMs = time === undefined ? null : Clock.parse(time);
    if (startMs === null) return null;
    chapters.push({ title: title.trim().replace(ADDRESS, ''), startMs });
  }
  return chapters;
}
