import type { JsonPath } from './json-walk.ts';
import type { SpokenPiece } from './spoken-piece.ts';

/** A warning whose line is not known yet. */
export interface PlacedWarning {
  message: string;
  path?: JsonPath;
  line?: number;
}

/** What is said of pieces with something odd about them: of one, and of several. */
type Wording = readonly [one: string, several: (count: number) => string];

const BACKWARD: Wording = [
  'This begins before what stands above it; one of the two times is wrong.',
  (count) => `${count} times go back, the first of them here; these or those above them are wrong.`,
];
const OVERLAP: Wording = [
  'This begins before what stands above it has ended; both are kept as they are.',
  (count) =>
    `${count} stretches begin before the one above them has ended, the first of them here.`,
];
const ENDS_EARLY: Wording = [
  'This ends before it begins; its end is ignored.',
  (count) =>
    `${count} stretches end before they begin, the first of them here; their ends are ignored.`,
];
const UNTIMED: Wording = [
  'This has no time that can be read; what stands around it gives it one.',
  (count) =>
    `${count} words or stretches have no time that can be read, the first of them here; what stands around them gives them one.`,
];
const NOBODY: Wording = [
  'The file does not say who speaks here.',
  (count) =>
    `The file does not say who speaks in ${count} words or stretches, the first of them here.`,
];

/**
 * What is odd about the times and speakers of a file, one sentence a kind: recognisers repeat their
 * oddities by the thousand.
 */
export function oddPieces(pieces: readonly SpokenPiece[]): PlacedWarning[] {
  const odd = new Map<Wording, SpokenPiece[]>();
  const note = (wording: Wording, piece: SpokenPiece) => {
    const list = odd.get(wording);
    if (list) list.push(piece);
    else odd.set(wording, [piece]);
  };
  const timed = pieces.some(({ startMs }) => startMs !== null);
  const named = pieces.some(({ speaker }) => speaker !== null);
  // People on channels of their own may well speak at once.
  const latest = new Map<number | undefined, { startMs: number; endMs: number }>();
  for (const piece of pieces) {
    const { startMs, endMs, speaker, channel } = piece;
    const before = latest.get(channel);
    if (named && !speaker) note(NOBODY, piece);
    if (startMs === null) {
      if (timed) note(UNTIMED, piece);
      continue;
    }
    if (endMs !== null && endMs < startMs) note(ENDS_EARLY, piece);
    if (before && startMs < before.startMs) note(BACKWARD, piece);
    else if (before && startMs < before.endMs) note(OVERLAP, piece);
    latest.set(channel, { startMs, endMs: Math.max(startMs, endMs ?? startMs) });
  }
  return [...odd].map(([[one, several], list]) => ({
    message: list.length === 1 ? one : several(list.length),
    path: list[0]?.path,
    line: list[0]?.line,
  }));
}
