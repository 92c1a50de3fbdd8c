import { type AlignedTurn, alignToCaptions, type TimedText } from '../timing/align.ts';
import type { TurnAnchor } from '../timing/anchors.ts';
import { formatClock } from '../timing/clock.ts';
import { type LeftOut, timeTurnsAndTell } from '../timing/estimate.ts';
import { placeChapters } from '../timing/place-chapters.ts';
import { spokenWords } from '../timing/spoken-words.ts';
import type { TimedSpan } from '../timing/timed.ts';
import type { Transcript, Warning } from '../transcript/transcript.ts';
import { sentences } from '../understanding/sentences.ts';
import { type Chapter, chaptersAtHeadings } from './chapter-headings.ts';

/** What is known of a recording's times beside the transcript itself. */
export interface TimeSources {
  /** Lines of a caption file of the same recording. */
  captions: { location: string; cues: readonly TimedText[] } | null;
  /** Lines or words of the transcript's own file, where these are shorter than its turns. */
  ownCues: readonly TimedText[];
  chapters: readonly Chapter[];
  durationMs: number | undefined;
  language: string;
}

/** Captions and a transcript of one recording share at least so much of the words of the shorter one. */
const SAME_RECORDING = 0.3;
/** Captions that lack more than this share of the words at the end are told to. */
const MOST_LEFT = 0.05;
/** So many odd times are told one by one. */
const TOLD_SINGLY = 5;

/**
 * Times for the turns of a transcript and for the sentences within them: from captions where there are
 * any, else from what the file, its headings and its chapters say, the rest estimated.
 */
export function timeTranscript(
  { turns, headings }: Pick<Transcript, 'turns' | 'headings'>,
  { captions, ownCues, chapters, durationMs, language }: TimeSources,
): { spans: TimedSpan[]; warnings: Warning[] } {
  const withSentences = (): AlignedTurn[] =>
    turns.map((turn) => ({
      ...turn,
      sentences: sentences(turn.text, language).map(({ start }) => start),
    }));
  const aligned = captions ? alignToCaptions(withSentences(), captions.cues, durationMs) : [];
  const doubts = captions ? doubtful(aligned, turns, captions) : { warnings: [], isOther: true };
  if (!doubts.isOther) return { spans: aligned, warnings: doubts.warnings };
  const anchors: (TurnAnchor & { line: number })[] = [
    ...headings.flatMap(({ turn, startMs, line = 1 }) =>
      startMs === undefined ? [] : [{ turn, ms: startMs, line }],
    ),
    ...chaptersAtHeadings(chapters, headings).map((anchor) => ({ ...anchor, line: 1 })),
  ];
  const first = timeTurnsAndTell(turns, { durationMs, anchors });
  const known = new Set(anchors.map(({ ms }) => ms));
  const open = chapters.filter(({ startMs }) => !known.has(startMs));
  const placed = placeChapters(turns, first.spans, open, durationMs);
  const { spans, leftOut } =
    placed.length === 0
      ? first
      : timeTurnsAndTell(turns, { durationMs, anchors: [...anchors, ...placed] });
  const odd = tell(leftOut, (out) => {
    const turn = turns[out.turn];
    const mark = turn?.marks?.find(({ offset, ms }) => offset === out.offset && ms === out.ms);
    const heading = turn?.startMs === null ? anchors.find((at) => at.turn === out.turn) : undefined;
    return mark?.line ?? heading?.line ?? turn?.line ?? 1;
  });
  const warnings = [...doubts.warnings, ...odd];
  if (ownCues.length <= turns.length || spans.every(({ timing }) => timing !== 'given')) {
    return { spans, warnings };
  }
  // The file times shorter pieces than its turns: its own words tell where sentences begin.
  const within = alignToCaptions(withSentences(), ownCues);
  const marked = spans.map((span, i) =>
    span.timing === 'given' && span.marks.length === 0
      ? { ...span, marks: inside(within[i]?.marks ?? [], span) }
      : span,
  );
  return { spans: marked, warnings };
}

const inside = (marks: TimedSpan['marks'], { startMs, endMs }: TimedSpan) =>
  marks.filter(({ ms }) => ms >= startMs && ms <= endMs);

function tell(leftOut: readonly LeftOut[], lineOf: (out: LeftOut) => number): Warning[] {
  const [first] = leftOut;
  if (!first) return [];
  if (leftOut.length > TOLD_SINGLY) {
    const message = `${leftOut.length} times contradict those around them, the first of them (${formatClock(first.ms)}) here; they are left out, and estimates stand instead.`;
    return [{ line: lineOf(first), message }];
  }
  return leftOut.map((out) => ({
    line: lineOf(out),
    message: `The time ${formatClock(out.ms)} contradicts those around it; it is left out, and an estimate stands instead.`,
  }));
}

/** Whether captions are of another recording, and what else is to be said of them. */
function doubtful(
  spans: readonly TimedSpan[],
  turns: readonly { text: string; line: number }[],
  { location, cues }: NonNullable<TimeSources['captions']>,
): { isOther: boolean; warnings: Warning[] } {
  const spoken = turns.map(({ text }) => spokenWords(text).length);
  const heard = cues.reduce((sum, { text }) => sum + spokenWords(text).length, 0);
  const total = spoken.reduce((sum, count) => sum + count, 0);
  const matched = spans.reduce((sum, { confidence }, i) => sum + confidence * (spoken[i] ?? 0), 0);
  // Captions of a part have few of the talk's words, but the talk has theirs.
  if (matched < SAME_RECORDING * Math.min(total, heard)) {
    const message = `Only ${Math.round((100 * matched) / Math.max(1, total))} % of the words are in ${location}: these are captions of another recording, and are left out.`;
    return { isOther: true, warnings: [{ line: 1, message }] };
  }
  const last = spans.findLastIndex(({ timing }) => timing === 'aligned');
  const left = total - spoken.slice(0, last + 1).reduce((sum, count) => sum + count, 0);
  if (left < MOST_LEFT * total) return { isOther: false, warnings: [] };
  const line = turns[last + 1]?.line ?? 1;
  const message = `${location} ends before the talk does: the times from here on are estimates.`;
  return { isOther: false, warnings: [{ line, message }] };
}
