import { z } from 'zod';

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
      startTime: z.number().min(0),
      title: Title.optional(),
      toc: z.boolean().optional(),
    }),
  ),
});
/** https://docs.podlove.org/podlove-simple-chapters/ as JSON. */
const Podlove = z.array(z.object({ start: z.string(), title: Title }));
const MARK = /^\(?(\d{1,3}(?::\d{2}){1,2}(?:\.\d{1,3})?)\)?[\s–—-]+(\S.*)$/u;
/** A list of chapters is a list: longer files are something else. */
const MOST_LINES = 500;

/** Reads a chapters file: Podcasting 2.0 or Podlove JSON, or lines such as "00:12:34 Title". Null where it is none. */
export function parseChapters(text: string): Chapter[] | null {
  const chapters = /^\s*[[{]/.test(text) ? fromJson(text) : fromLines(text);
  if (!chapters || chapters.length === 0) return null;
  return chapters.sort((a, b) => a.startMs - b.startMs);
}

function fromJson(text: string): Chapter[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const listed = Podcasting2.safeParse(json);
  if (listed.success) {
    // Chapters without a title, or hidden from the contents, only change the picture.
    return listed.data.chapters.flatMap(({ startTime, title, toc }) =>
      title && toc !== false ? [{ title, startMs: Math.round(startTime * 1000) }] : [],
    );
  }
  const simple = Podlove.safeParse(json);
  if (!simple.success) return null;
  const chapters = simple.data.map(({ start, title }) => ({ title, startMs: readTime(start) }));
  return chapters.every((chapter): chapter is Chapter => chapter.startMs !== null)
    ? chapters
    : null;
}

function fromLines(text: string): Chapter[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MOST_LINES) return null;
  const chapters: Chapter[] = [];
  for (const line of lines) {
    const [, time = '', title = ''] = MARK.exec(line.trim()) ?? [];
    const startMs = readTime(time);
    if (startMs === null) return null;
    chapters.push({ title: title.trim(), startMs });
  }
  return chapters;
}

/** "1:02:03.500", "12:34" or seconds. */
function readTime(text: string): number | null {
  if (!/^\d+(?::\d{1,2}){0,2}(?:\.\d{1,3})?$/.test(text)) return null;
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round(seconds * 1000);
}
