import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';

const Segment = z.object({
  speaker: z.string().nullish(),
  startTime: z.number().min(0),
  endTime: z.number().min(0).nullish(),
  body: z.string(),
});
const Document = z.object({ segments: z.array(Segment).min(1) });
const Signs = z.object({
  segments: z.array(z.object({ startTime: z.unknown(), body: z.string() })).min(1),
});

/**
 * Podcasting 2.0's JSON transcript
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md):
 * times in seconds, often one word a segment. A segment without a speaker goes on with the one before; an
 * empty name means somebody else, unknown.
 */
export const podcasting2 = jsonFormat({
  name: 'podcasting2-json',
  description:
    'Podcasting 2.0 JSON ({ "version", "segments": [{ "startTime", "endTime", "body" }] })',
  owner: 'Podcasting 2.0',
  signs: Signs,
  schema: Document,
  read({ segments }) {
    let current: string | null = null;
    const pieces = segments.map(({ speaker, startTime, endTime, body }, i): SpokenPiece => {
      if (body.trim() !== '') current = labelOf(speaker) ?? current;
      return {
        text: body,
        startMs: Math.round(startTime * 1000),
        endMs: Math.round((endTime ?? startTime) * 1000),
        speaker: current,
        attached: /^\s*[.,!?;:…]+\s*$/u.test(body),
        path: ['segments', i],
      };
    });
    return { pieces };
  },
});
