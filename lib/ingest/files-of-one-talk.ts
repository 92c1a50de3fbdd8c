import path from 'node:path';
import { isSameTalk } from '../anchors/same-talk.ts';
import { parseChapters } from '../transcript/chapters.ts';
import { decode } from '../transcript/decode.ts';
import { parseTimes, parseTranscript } from '../transcript/formats/index.ts';
import { type Transcript, TranscriptError } from '../transcript/transcript.ts';
import type { Source } from './compose.ts';
import { isUrl, nameOf } from './read-source.ts';

/** Files of one folder and one name: the one that says most, and what the others give it. */
export interface OneTalk {
  main: string;
  /** Has the times that the main one lacks. */
  captions: Source | null;
  chapters: Source | null;
  /** Say the same with less, each with a sentence that says so. */
  beside: { location: string; why: string }[];
}

/** Of one talk a file with fewer words than this share of the longest one's lacks a part of it. */
const COMPLETE = 0.9;
const MOST = 0.5;

/**
 * Groups files by folder and name without its ending ("talk.json", "talk.srt", "talk.chapters.json"),
 * each group where its first file stood.
 */
export function byName(files: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const name = isUrl(file) ? file : nameOf(file);
    const group = groups.get(name);
    if (group) group.push(file);
    else groups.set(name, [file]);
  }
  return [...groups.values()];
}

/**
 * What files of one name are to each other; null where none of them is a transcript. What is not named in
 * the answer is another talk, or nothing that can be read.
 */
export function joinFiles(sources: readonly Source[]): OneTalk | null {
  const read: Read[] = [];
  let chapters: Source | null = null;
  for (const source of sources) {
    const text = decode(source.bytes);
    const known = readTranscript(source, text);
    if (known) read.push(known);
    else if (!chapters && hasChapters(text)) chapters = source;
  }
  const most = Math.max(...read.map(({ words }) => words));
  const rank = (of: Read) => [
    of.words >= COMPLETE * most,
    of.named,
    of.timed,
    of.told,
    of.times,
    of.words,
  ];
  const [main, ...others] = read.sort((a, b) => compare(rank(b), rank(a)));
  if (!main) return null;
  const same = others.filter(({ pieces }) => isSameTalk(pieces, main.pieces));
  const captions = main.timed ? undefined : same.find(({ timed }) => timed);
  return {
    main: main.source.location,
    captions: captions?.source ?? null,
    chapters,
    beside: same.map((other) => ({
      location: other.source.location,
      why: other === captions ? timesOf(main) : lessThan(other, main),
    })),
  };
}

/** What is known of a file before it is chosen. */
interface Read {
  source: Source;
  pieces: string[];
  words: number;
  /** Says who speaks, in most of its turns. */
  named: boolean;
  /** Says when, of most of its turns. */
  timed: boolean;
  /** How much of show, title and date it says. */
  told: number;
  /** How many times stand in it. */
  times: number;
}

function readTranscript(source: Source, text: string): Read | null {
  let transcript: Transcript;
  try {
    transcript = parseTranscript(text);
  } catch (error) {
    if (error instanceof TranscriptError) return null;
    throw error;
  }
  const { turns, show, title, date } = transcript;
  const mostTurns = (holds: (turn: Transcript['turns'][number]) => boolean) =>
    turns.filter(holds).length >= MOST * turns.length;
  const pieces = turns.map((turn) => turn.text);
  return {
    source,
    pieces,
    words: pieces.reduce((sum, piece) => sum + (piece.match(/\S+/g)?.length ?? 0), 0),
    named: mostTurns(({ speaker }) => speaker !== null),
    timed: mostTurns(({ startMs }) => startMs !== null),
    told: [show, title, date].filter((said) => said !== null).length,
    times: parseTimes(text).length,
  };
}

function hasChapters(text: string): boolean {
  try {
    return parseChapters(text) !== null;
  } catch (error) {
    if (error instanceof TranscriptError) return false;
    throw error;
  }
}

/** By the first value that differs. */
function compare(a: (number | boolean)[], b: (number | boolean)[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : Number(a[at]) - Number(b[at]);
}

const timesOf = (main: Read) => `${nameIn(main)} takes its times from here.`;

function lessThan(other: Read, main: Read): string {
  const more =
    (main.words > other.words / COMPLETE && 'has more of the talk') ||
    (main.named && !other.named && 'says who speaks as well') ||
    (main.timed && !other.timed && 'has times as well') ||
    (main.told > other.told && 'says more of the episode') ||
    (main.times > other.times && 'has more times') ||
    'says as much';
  return `The same talk as ${nameIn(main)}, which ${more}.`;
}

const nameIn = ({ source }: Read) => path.basename(source.location);
