import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Clock, Milliseconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Line = z.object({
  start: Clock.optional(),
  end: Clock.optional(),
  start_ms: Milliseconds.optional(),
  end_ms: Milliseconds.optional(),
  speaker: Label,
  voice: Label,
  text: z.string(),
});
const Group = z.object({ speaker: Label, voice: Label, items: z.array(Line) });
const Document = z.array(z.union([Group, Line]));

const Signs = z
  .array(
    z.union([
      z.object({ start: z.unknown(), items: z.array(z.looseObject({ text: z.string() })) }),
      z.looseObject({ text: z.string(), start: z.string() }),
      z
        .looseObject({ text: z.string(), start: z.number() })
        .refine((line) => 'voice' in line || 'start_ms' in line),
    ]),
  )
  .min(1);

/**
 * Podlove's transcript for its player, flat or grouped by speaker
 * (https://github.com/podlove/podlove-publisher/blob/main/lib/modules/transcripts/renderer.php).
 * `voice` is the name, `speaker` the number of a contributor.
 */
export const podloveJson = jsonFormat({
  name: 'podlove-json',
  description: 'Podlove JSON ([{ "start", "end", "speaker", "voice", "text" }])',
  owner: 'Podlove',
  signs: Signs,
  schema: Document,
  read: (document) => ({
    pieces: document.flatMap((entry, i) =>
      'items' in entry
        ? entry.items.map((line, at) => pieceOf(line, entry, [i, 'items', at]))
        : [pieceOf(entry, entry, [i])],
    ),
  }),
});

function pieceOf(
  { start, end, start_ms, end_ms, text, ...own }: z.infer<typeof Line>,
  group: Pick<z.infer<typeof Group>, 'speaker' | 'voice'>,
  path: JsonPath,
): SpokenPiece {
  const said = [own.voice, group.voice, group.speaker, own.speaker].map(labelOf);
  const speaker = said.find((label) => label) ?? (said.includes('') ? '' : null);
  const [startMs, endMs] = [start_ms ?? start ?? null, end_ms ?? end ?? null];
  return { text, startMs, endMs, speaker, path };
}
