import type { CueBlock } from './caption-blocks.ts';
import { readCues } from './caption-cues.ts';
import type { Cue } from './cue.ts';
import { cuesToTurns } from './cue-turns.ts';
import { type Line, readEpisodeBlock } from './episode-block.ts';
import type { FrontMatter } from './front-matter.ts';
import { lineKinds } from './line-kinds.ts';
import { knownKey } from './particulars.ts';
import { readSpeech } from './speech-marks.ts';
import { placeHeadings, readTopicHeading, type TopicHeading } from './topic-headings.ts';
import { type Transcript, TranscriptError, type Warning } from './transcript.ts';

/** When a line is said (milliseconds), and its words; `endMs` is null where the line does not say. */
export interface TimedLine {
  startMs: number;
  endMs: number | null;
  words: string;
}

/** A text of timed lines, taken apart. */
interface TimedText {
  cues: Cue[];
  headings: TopicHeading[];
  opening: Line[];
  /** Paragraphs of the publisher's own. */
  summary: string[];
  notes: Line[];
  warnings: Warning[];
}

/**
 * Reads lines that have a time of their own (as `read` tells), and lines without one that go on with the words of
 * the one above. Headings part them; what nobody says is a note.
 */
export function readTimedText(
  front: FrontMatter,
  read: (text: string) => TimedLine | null,
): TimedText {
  const blocks: CueBlock[] = [];
  const headings: TopicHeading[] = [];
  const opening: Line[] = [];
  const summary: string[] = [];
  const notes: Line[] = [...front.notes];
  const kinds = lineKinds(front.body, ({ text }) => read(text) !== null);
  const marked =
    front.keys.size > 0 ||
    kinds.some(({ kind }) => kind === 'heading') ||
    front.body.some(({ text }) => text.startsWith('**'));
  const writing = marked ? 'markdown' : 'plain';
  for (const [i, { line, text }] of front.body.entries()) {
    const kind = kinds[i] ?? { kind: 'blank' };
    const last = blocks.at(-1);
    if (kind.kind === 'blank') continue;
    if (kind.kind === 'heading') {
      const { title, startMs } = readTopicHeading(kind.title);
      headings.push({ title, startMs, level: kind.level, before: blocks.length, line });
    } else if (kind.kind === 'summary') summary.push(readSpeech(text, 'markdown').text);
    else if (kind.kind === 'note') notes.push({ line, text });
    else {
      const timed = read(text);
      if (!timed && !last) {
        opening.push({ line, text });
        continue;
      }
      const { text: words, marks } = readSpeech(timed?.words ?? text, writing);
      for (const mark of marks) notes.push({ line, text: mark });
      if (!timed) last?.body.push(words);
      else {
        const { startMs, endMs } = timed;
        if (last && endMs === null) last.endMs = Math.max(startMs, last.startMs);
        blocks.push({ startMs, endMs: endMs ?? startMs, body: [words], line, odd: null });
      }
    }
  }
  const heard = readCues(blocks, (body) => [{ speaker: null, text: body.join(' ') }]);
  const { cues, warnings } = heard;
  const topics = new Set(headings.flatMap(({ before }) => blocks[before]?.line ?? []));
  const parted = cues.map((cue) => (topics.has(cue.line) ? { ...cue, changes: true } : cue));
  return { cues: parted, headings, opening, notes: [...notes, ...heard.notes], summary, warnings };
}

/**
 * The transcript of timed lines.
 * @throws TranscriptError where no words follow the times.
 */
export function transcriptOfTimedText(
  format: string,
  front: FrontMatter,
  { cues, headings, opening, summary, notes, warnings }: TimedText,
): Transcript {
  if (cues.length === 0) throw new TranscriptError('There are times, but no words after them.', 1);
  const { speakers, turns } = cuesToTurns(cues);
  const block = readEpisodeBlock(opening, false);
  const title = front.title ?? block.title ?? lyricsTitle(opening);
  let before = 0;
  const above = headings.map((heading) => {
    while ((turns[before]?.line ?? Number.POSITIVE_INFINITY) < heading.line) before++;
    return { ...heading, before };
  });
  const placed = placeHeadings(above, turns, turns, title);
  const people = [...front.people, ...block.people];
  return {
    format,
    show: front.show ?? block.show,
    title: title ?? placed.title,
    date: front.date ?? block.date,
    language: front.language ?? block.language,
    publisherSummary: front.summary ?? block.summary ?? (summary.join('\n\n') || null),
    speakers,
    ...(people.length > 0 && { people: people.map(({ name, role }) => ({ name, role })) }),
    turns,
    headings: placed.headings,
    notes: [...notes, ...block.notes, ...placed.notes].sort((a, b) => a.line - b.line),
    warnings: [...block.warnings, ...warnings].sort((a, b) => a.line - b.line),
  };
}

/** LRC has its particulars in brackets: "[ti:Title]". */
const lyricsTitle = (opening: readonly Line[]) =>
  opening.flatMap(({ text }) => /^\[ti:\s*([^\]]*[^\]\s])\s*\]$/i.exec(text)?.[1] ?? []).at(0) ??
  null;

/** Lines that count when a format is told: not those of a header. */
export const toldBy = ({ body }: FrontMatter): Line[] =>
  body.filter(({ text }) => text !== '' && knownKey(text) === null);
