import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { consistent } from '../../../lib/timing/interpolate.ts';
import { decode } from '../../../lib/transcript/decode.ts';
import { parseTimes, parseTranscript } from '../../../lib/transcript/formats/index.ts';
import { Clock } from '../../../lib/transcript/recorded-time.ts';
import { TranscriptError } from '../../../lib/transcript/transcript.ts';

/** A word and when it is said, in milliseconds. */
export interface TimedWord {
  text: string;
  startMs: number;
  endMs: number;
}

/** A conversation whose times are known, to hide them and see how nearly they are found again. */
export interface TimedEpisode {
  id: string;
  /** `startMs` is null where the file times none, or contradicts itself there. */
  turns: { speaker: number | null; text: string; startMs: number | null }[];
  /** Every word, in order; where the file does not time words they share its shortest stretches by their letters. */
  words: TimedWord[];
  /** Length of the recording, as nearly as the file tells. */
  durationMs: number;
  /** Topics that people gave it, with the turn each begins with. */
  chapters: { title: string; turn: number; startMs: number }[];
}

/** Real transcripts beside a checkout; they are not part of the project. */
export const TIMED_DIRS = ['transcripts', 'segmentation'].map((name) =>
  path.resolve(import.meta.dirname, '../../../../shared', name),
);

/** Fewer timed turns than this tell nothing. */
const LEAST_TURNS = 20;
/** Share of the turns that must be timed. */
const LEAST_TIMED = 0.6;
/** A recording that begins with its words, at this pace (milliseconds a letter), ends after the last of them. */
const LETTER_MS = 65;

/** Reads every file below the folders that is a transcript with times, in order of name. */
export function readTimedEpisodes(dirs: readonly string[]): TimedEpisode[] {
  const files = dirs.flatMap((dir) =>
    existsSync(dir)
      ? readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
      : [],
  );
  const met = new Set<string>();
  return files.flatMap((file) => {
    try {
      const text = decode(readFileSync(file));
      const episode = readDivided(file, text) ?? readTranscript(file, text);
      if (!episode || !isTimed(episode)) return [];
      // Some recordings are there in two formats.
      const words = fingerprint(episode);
      return met.has(words) ? [] : [met.add(words) && episode];
    } catch (error) {
      // A folder of transcripts also holds chapters, notes and lists of sources.
      if (error instanceof TranscriptError || error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

/** Letters of the opening, a little way in: formats differ in their headers. */
const fingerprint = ({ words }: TimedEpisode) =>
  words
    .slice(0, 200)
    .map(({ text }) => text.toLowerCase().replace(/[^\p{L}]/gu, ''))
    .join('')
    .slice(100, 400);

const isTimed = ({ turns }: TimedEpisode) => {
  const timed = turns.filter(({ startMs }) => startMs !== null).length;
  return timed >= LEAST_TURNS && timed >= LEAST_TIMED * turns.length;
};

const Divided = z.object({
  id: z.string(),
  turns: z.array(
    z.object({ speaker: z.string().nullish(), text: z.string(), time: Clock.nullish() }),
  ),
  boundaries: z.array(z.int()),
  titles: z.array(z.string()).optional(),
});

/** The form of the gold for sections: turns with times, and where topics begin. */
function readDivided(file: string, text: string): TimedEpisode | null {
  if (!file.endsWith('.json')) return null;
  const read = Divided.safeParse(JSON.parse(text));
  if (!read.success) return null;
  const { id, boundaries, titles = [] } = read.data;
  const names = [...new Set(read.data.turns.map(({ speaker }) => speaker ?? ''))];
  const all = read.data.turns.map(({ speaker, text: words, time }, i) => ({
    at: i,
    speaker: speaker ? names.indexOf(speaker) : null,
    text: words.trim(),
    startMs: time ?? null,
  }));
  const turns = all.filter((turn) => turn.text !== '');
  const starts = boundaries.map((boundary, i) => ({
    turn: turns.findIndex(({ at }) => at >= boundary),
    title: titles[i] ?? `Part ${i + 1}`,
  }));
  return toEpisode(id, turns, null, starts);
}

function readTranscript(file: string, text: string): TimedEpisode | null {
  const { turns, headings } = parseTranscript(text);
  const cues = parseTimes(text);
  const starts = headings.map(({ title, turn }) => ({ title, turn }));
  return toEpisode(path.basename(file), turns, cues.length > turns.length ? cues : null, starts);
}

function toEpisode(
  id: string,
  turns: readonly { speaker: number | null; text: string; startMs: number | null }[],
  cues: readonly TimedWord[] | null,
  starts: readonly { title: string; turn: number }[],
): TimedEpisode {
  const sure = new Map(
    consistent(
      turns.flatMap(({ startMs }, at) => (startMs === null ? [] : [{ at, ms: startMs }])),
    ).map(({ at, ms }) => [at, ms]),
  );
  const timed = turns.map(({ speaker, text }, i) => ({
    speaker,
    text,
    startMs: sure.get(i) ?? null,
  }));
  const stretches = cues ?? stretchesOf(timed);
  return {
    id,
    turns: timed,
    words: stretches.flatMap(shareOut),
    durationMs: Math.max(0, ...stretches.slice(-20).map(({ endMs }) => endMs)),
    chapters: starts.flatMap(({ title, turn }) => {
      const startMs = timed[turn]?.startMs ?? null;
      return startMs === null || turn === 0 ? [] : [{ title, turn, startMs }];
    }),
  };
}

/** From one known time to the next, all that is said between; the last at the pace of the others. */
function stretchesOf(turns: readonly { text: string; startMs: number | null }[]): TimedWord[] {
  const stretches: TimedWord[] = [];
  for (const [i, turn] of turns.entries()) {
    const { text } = turn;
    const startMs = i === 0 ? (turn.startMs ?? 0) : turn.startMs;
    const last = stretches.at(-1);
    if (startMs === null && last) last.text += ` ${text}`;
    else if (startMs !== null) {
      if (last) last.endMs = startMs;
      stretches.push({ text, startMs, endMs: startMs });
    }
  }
  const last = stretches.at(-1);
  if (last) last.endMs = last.startMs + last.text.length * LETTER_MS;
  return stretches;
}

/** By letters alone, which no method under test does. */
function shareOut({ text, startMs, endMs }: TimedWord): TimedWord[] {
  const words = text.split(/\s+/u).filter(Boolean);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let passed = 0;
  return words.map((word) => {
    const from = startMs + ((endMs - startMs) * passed) / letters;
    passed += word.length;
    return { text: word, startMs: from, endMs: startMs + ((endMs - startMs) * passed) / letters };
  });
}
