import { isNobody } from '../people/nameless.ts';
import { readEpisodeBlock } from './episode-block.ts';
import type { FrontMatter } from './front-matter.ts';
import { addSpeech, sortTimes, type TimedWords } from './inline-times.ts';
import { withOpeningTalk } from './opening-talk.ts';
import { type Label, nameLabels } from './speaker-names.ts';
import { readSpeech, type Writing } from './speech-marks.ts';
import { type TimeMark, wholeTime } from './time-mark.ts';
import { placeHeadings, readTopicHeading, type TopicHeading } from './topic-headings.ts';
import { type Transcript, TranscriptError, type Warning } from './transcript.ts';

/** A line of a file by what it is, in the file's order. */
export type Piece = { line: number; text: string } & (
  | {
      kind: 'turn';
      label: string | null;
      bracket: string | null;
      mark: TimeMark | null;
      raw: string;
    }
  | { kind: 'heading'; level: number }
  | { kind: 'speech' | 'note' }
);

interface OpenTurn extends TimedWords {
  label: string | null;
  mark: TimeMark | null;
  line: number;
  raw: string;
  /** Whether anything at all followed: words, or only what is heard beside them. */
  bare: boolean;
}

/** Words before the first turn that are more than a title or a key: worth a word to the reader. */
const LONG_OPENING = 40;

/**
 * The transcript that a file's lines make: every line of speech is in the turn that it follows, in order;
 * marks within it are notes. Lines before the first turn are its particulars, or notes.
 * @throws TranscriptError where no words are left to be a turn.
 */
export function readConversation(
  format: string,
  pieces: readonly Piece[],
  front: FrontMatter,
  options: { writing: Writing; warnings?: readonly Warning[] },
): Transcript {
  const notes = [...front.notes];
  const warnings = [...(options.warnings ?? [])];
  const headings: TopicHeading[] = [];
  const turns: OpenTurn[] = [];
  const labels = new Map<string, Label>();
  const opening: { line: number; text: string }[] = [];
  let current = null as OpenTurn | null;
  /** A time above the first words: they begin then. */
  let early: TimeMark | null = null;
  const say = (turn: OpenTurn, line: number, raw: string) => {
    const speech = readSpeech(raw, options.writing);
    const { text, marks } = speech;
    // "Jingle: [1:02] to [1:09]" is one note, as it stands.
    const silent = turn.label !== null && isSilent(turn.label) && line === turn.line;
    if (silent && /^(?:to|and|[^\p{L}]*)$/iu.test(text)) return;
    for (const mark of marks) notes.push({ line, text: mark });
    addSpeech(turn, speech, line);
    turn.bare = false;
  };
  for (const piece of withOpeningTalk(pieces)) {
    const { line, text } = piece;
    if (piece.kind === 'turn') {
      const { label, bracket, mark, raw } = piece;
      current = {
        label,
        mark: mark ?? early,
        line,
        raw,
        words: [],
        length: 0,
        times: [],
        bare: true,
      };
      early = null;
      turns.push(current);
      if (label !== null && !labels.get(label)?.bracket) {
        labels.set(label, { label, line: labels.get(label)?.line ?? line, bracket });
      }
      if (text) say(current, line, text);
    } else if (piece.kind === 'note') {
      notes.push({ line, text });
      const time = wholeTime(text);
      const ms = time?.startMs ?? null;
      if (current === null) early = time ?? early;
      if (current && ms !== null)
        addSpeech(current, { text: '', times: [{ offset: 0, ms, ofSound: false }] }, line);
    } else if (piece.kind === 'heading') {
      const heading = readTopicHeading(text);
      headings.push({ ...heading, level: piece.level, before: turns.length, line });
    } else if (current === null) {
      opening.push({ line, text });
    } else {
      if (headings.at(-1)?.before === turns.length && current.words.length > 0) {
        current = { ...current, mark: null, line, raw: text, words: [], length: 0, times: [] };
        turns.push(current);
      }
      say(current, line, text);
    }
  }
  const spoken = turns.filter(({ words }) => words.length > 0);
  if (spoken.length === 0) {
    throw new TranscriptError('There are names, but no words after them.', turns[0]?.line ?? 1);
  }
  for (const { words, bare, line, raw, label } of turns) {
    if (words.length > 0 || !bare) continue;
    notes.push({ line, text: raw });
    if (label !== null && !isSilent(label)) {
      warnings.push({ line, message: `“${label}” has no words here, so this is no turn.` });
    }
  }
  const block = readEpisodeBlock(opening, false);
  const length = opening.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  if (length > LONG_OPENING) {
    const message = 'The words before the first speaker are kept as notes, not as speech.';
    warnings.push({ line: opening[0]?.line ?? 1, message });
  }
  const speaking = new Set(spoken.map(({ label }) => label));
  const people = uniquePeople([...front.people, ...block.people]);
  const named = nameLabels(
    [...labels.values()].filter(({ label }) => speaking.has(label)),
    people,
  );
  const title = front.title ?? block.title;
  const placed = placeHeadings(headings, turns, spoken, title);
  return {
    format,
    show: front.show ?? block.show,
    title: title ?? placed.title,
    date: front.date ?? block.date,
    language: front.language ?? block.language,
    publisherSummary: front.summary ?? block.summary,
    speakers: named.speakers,
    ...(people.length > 0 && { people: people.map(({ name, role }) => ({ name, role })) }),
    turns: spoken.map((turn, i) => {
      const { label, mark, line, words } = turn;
      const { first, within } = sortTimes(turn);
      const before = spoken[i - 1];
      const startMs =
        mark?.startMs ?? first?.ms ?? (before ? sortTimes(before).last?.ms : null) ?? null;
      return {
        speaker: label === null ? null : (named.speakerOf.get(label) ?? null),
        text: words.join(' '),
        startMs,
        endMs: mark?.endMs ?? null,
        ...(within.length > 0 && { marks: within }),
        line,
      };
    }),
    headings: placed.headings,
    notes: [...notes, ...block.notes, ...placed.notes].sort((a, b) => a.line - b.line),
    warnings: [
      ...warnings,
      ...oddTimes(spoken),
      ...block.warnings,
      ...named.warnings,
      ...unknown(spoken),
    ].sort((a, b) => a.line - b.line),
  };
}

/** Labels of what is heard between turns; having no words is their nature. */
const isSilent = (label: string) =>
  /^(?:breaks?|jingle|music|outro|intro|ad|ads|clip|theme|applause|laughter|sponsors?)$/i.test(
    label,
  );

/** A recording that begins later than this was likely timed by the clock on the wall (milliseconds). */
const LATE_MS = 3 * 3_600_000;

function oddTimes(turns: readonly OpenTurn[]): Warning[] {
  let latest = -1;
  return turns.flatMap(({ mark, line }) => {
    const start = mark?.startMs ?? null;
    if (start === null) return [];
    const before = latest;
    latest = start;
    if (before < 0 && start > LATE_MS) {
      const message = 'The first time is hours into the recording; these may be times of day.';
      return [{ line, message }];
    }
    const message = 'This turn begins before the one above it; one of the two times is wrong.';
    return start < before ? [{ line, message }] : [];
  });
}

function unknown(turns: readonly OpenTurn[]): Warning[] {
  const named = turns.some(({ label }) => label !== null);
  const open = turns.filter(({ label }) => (label === null ? named : isNobody(label)));
  const [first] = open;
  if (!first) return [];
  const turnsOf = open.length === 1 ? 'this turn' : `${open.length} turns, the first of them here`;
  return [{ line: first.line, message: `The file does not say who speaks in ${turnsOf}.` }];
}

/** One person of several lines is one; what a later line adds is kept. */
function uniquePeople(people: FrontMatter['people']): FrontMatter['people'] {
  const unique = new Map<string, FrontMatter['people'][number]>();
  for (const person of people) {
    const before = unique.get(person.name);
    unique.set(person.name, {
      ...person,
      role: before?.role ?? person.role,
      label: before?.label ?? person.label,
    });
  }
  return [...unique.values()];
}
