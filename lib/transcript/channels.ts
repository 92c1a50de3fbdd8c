import type { SpokenPiece } from './spoken-piece.ts';

/** A silence of this length ends an utterance, in milliseconds. */
const SILENCE_MS = 700;
const SENTENCE_END = /[.!?…。！？]["”’»)\]]*\s*$/u;

/**
 * The channels of one recording as one conversation. Each is cut where its speaker changes, falls silent
 * or ends a sentence, and these utterances are put in the order in which they begin; within a channel
 * the order stays. Whole utterances, for two people who speak at once would otherwise alternate by word.
 */
export function interleaveChannels(channels: readonly (readonly SpokenPiece[])[]): SpokenPiece[] {
  const filled = channels.filter((pieces) => pieces.length > 0);
  const [only] = filled;
  if (filled.length < 2) return [...(only ?? [])];
  return filled
    .flatMap((pieces, channel) => utterances(pieces.map((piece) => ({ ...piece, channel }))))
    .sort((a, b) => a.startMs - b.startMs)
    .flatMap(({ pieces }) => pieces);
}

/** `startMs` never goes back within a channel, so that sorting keeps its order. */
function utterances(pieces: readonly SpokenPiece[]) {
  const list: { startMs: number; pieces: SpokenPiece[] }[] = [];
  let latest = 0;
  let before: SpokenPiece | undefined;
  for (const piece of pieces) {
    const startMs = Math.max(latest, piece.startMs ?? latest);
    const silent = startMs - latest >= SILENCE_MS;
    const ends = before && (before.speaker !== piece.speaker || SENTENCE_END.test(before.text));
    const current = list.at(-1);
    if (current && (piece.attached || !(silent || ends))) current.pieces.push(piece);
    else list.push({ startMs, pieces: [piece] });
    latest = Math.max(startMs, piece.endMs ?? startMs);
    before = piece;
  }
  return list;
}

/**
 * What was said on each channel, where a file lists it stretch by stretch: as it is where there is one
 * channel, else one conversation with the channel in the speakers' labels.
 */
export function ofChannels(
  stretches: Iterable<{ channel: string | null; pieces: readonly SpokenPiece[] }>,
): SpokenPiece[] {
  const channels = new Map<string | null, SpokenPiece[]>();
  for (const { channel, pieces } of stretches) {
    const list = channels.get(channel) ?? [];
    channels.set(channel, list);
    for (const piece of pieces) list.push(piece);
  }
  const several = channels.size > 1;
  return interleaveChannels(
    [...channels].map(([channel, pieces]) =>
      several
        ? pieces.map((piece) => ({ ...piece, speaker: channelLabel(channel ?? 0, piece.speaker) }))
        : pieces,
    ),
  );
}

/** The label of a speaker of one of several channels. */
export const channelLabel = (channel: string | number, speaker: string | null): string =>
  speaker ? `channel ${channel}, ${speaker}` : `channel ${channel}`;
