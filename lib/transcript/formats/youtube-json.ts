import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Milliseconds } from '../recorded-time.ts';
import type { SpokenPiece } from '../spoken-piece.ts';

const Document = z.object({
  events: z.array(
    z.object({
      tStartMs: Milliseconds.optional(),
      dDurationMs: Milliseconds.optional(),
      segs: z
        .array(z.object({ utf8: z.string().default(''), tOffsetMs: Milliseconds.optional() }))
        .nullish(),
    }),
  ),
});

const Signs = z.object({ events: z.array(z.object({ tStartMs: z.unknown() })).min(1) });

/**
 * YouTube's own captions as `yt-dlp --sub-format json3` saves them: events with words that begin so much
 * later. Each event stands on the screen while the next is spoken, so its end says nothing of its words.
 */
export const youtubeJson = jsonFormat({
  name: 'youtube-json',
  description: 'YouTube JSON captions ({ "events": [{ "tStartMs", "segs" }] })',
  owner: 'YouTube’s captions',
  signs: Signs,
  schema: Document,
  read: ({ events }) => ({
    pieces: events.flatMap(({ tStartMs = null, dDurationMs = null, segs }, i): SpokenPiece[] => {
      const ends = [segs?.length === 1 && tStartMs !== null ? tStartMs + (dDurationMs ?? 0) : null];
      return (segs ?? []).map(({ utf8, tOffsetMs = 0 }, n) => ({
        text: utf8,
        startMs: tStartMs === null ? null : tStartMs + (tOffsetMs ?? 0),
        endMs: ends[n] ?? null,
        speaker: null,
        attached: n > 0 && !/^\s/u.test(utf8) && !/\s$/u.test(segs?.[n - 1]?.utf8 ?? ''),
        path: ['events', i],
      }));
    }),
  }),
});
