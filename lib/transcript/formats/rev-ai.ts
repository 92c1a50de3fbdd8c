import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import type { JsonPath } from '../json-walk.ts';
import { Clock, Seconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';

const Label = z.union([z.string(), z.number()]).nullish();
const Element = z.object({
  type: z.string(),
  value: z.string(),
  ts: Seconds.optional(),
  end_ts: Seconds.optional(),
  timestamp: Clock.optional(),
  end_timestamp: Clock.optional(),
});
const Document = z.object({
  speakers: z
    .array(z.object({ id: Label, name: z.string().nullish() }))
    .nullish()
    .catch(null),
  monologues: z.array(
    z.object({ speaker: Label, speaker_name: z.string().nullish(), elements: z.array(Element) }),
  ),
});

/** "<laugh>", "<inaudible>": sounds, and words that nobody could make out. */
const SOUND = /^\s*<[\p{L} _-]{1,40}>\s*$/u;

const Signs = z.object({
  monologues: z
    .array(z.object({ elements: z.array(z.object({ type: z.string(), value: z.string() })) }))
    .min(1),
});

/**
 * Rev AI's transcript (https://docs.rev.ai/api/asynchronous/get-transcript/): monologues of elements, whose
 * values put after one another are the text, spaces being elements too. Rev's people write the same with
 * `timestamp` and a list of speakers.
 */
export const revAi = jsonFormat({
  name: 'rev-ai-json',
  description:
    'Rev AI JSON ({ "monologues": [{ "speaker", "elements": [{ "type", "value", "ts" }] }] })',
  owner: 'Rev AI',
  signs: Signs,
  schema: Document,
  read({ monologues, speakers }) {
    const asides: { text: string; path: JsonPath }[] = [];
    const names = new Map((speakers ?? []).map(({ id, name }) => [labelOf(id), name]));
    const pieces = monologues.flatMap(({ speaker, speaker_name, elements }, i) => {
      const label = labelOf(speaker);
      const who = labelOf(speaker_name || names.get(label)) || label;
      // Files that were tidied up lack the elements for spaces; then every word has its own.
      const spaced = elements.some(({ value }) => /\s/u.test(value));
      let open = true;
      return elements.flatMap(({ type, value, ...times }, at): SpokenPiece[] => {
        const attached = !open && !/^\s/u.test(value) && (spaced || type === 'punct');
        open = /\s$/u.test(value);
        if (value.trim() === '') return [];
        if (SOUND.test(value)) {
          asides.push({ text: value, path: ['monologues', i, 'elements', at] });
          return [];
        }
        const startMs = times.ts ?? times.timestamp ?? null;
        const endMs = times.end_ts ?? times.end_timestamp ?? null;
        const path = ['monologues', i, 'elements', at];
        return [{ text: value, startMs, endMs, speaker: who, attached, path }];
      });
    });
    return { pieces, asides };
  },
});
